import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReadRecord, readWarc, UnreadableWarcError } from '#kernel/formats/warc/read-warc.ts';
import { bagOf } from '../../../../support/builders/a-bag.ts';
import { aLockerOf } from '../../../../support/builders/a-locker.ts';

let warc: Uint8Array;
let page: Uint8Array;

beforeAll(async () => {
  const bag = await bagOf(aLockerOf(1));
  warc = bag.get('data/items/EV-00001/capture.warc.gz') ?? new Uint8Array(0);
  page = bag.get('data/items/EV-00001/page.html') ?? new Uint8Array(0);
});

/** All records, read in parts of the given size; where reading ends early, the number of that record. */
async function read(bytes: Uint8Array, part = bytes.length): Promise<{ records: ReadRecord[]; endedAt?: number }> {
  async function* parts() {
    for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
  }
  const records: ReadRecord[] = [];
  try {
    for await (const record of readWarc(parts())) records.push(record);
    return { records };
  } catch (error) {
    if (error instanceof UnreadableWarcError) return { records, endedAt: error.record };
    throw error;
  }
}

const text = (records: readonly string[]) => Buffer.from(records.join(''));

describe('a WARC', () => {
  it('is read record by record, compressed or not, in parts of any size', async () => {
    const { records } = await read(warc);

    expect(records.map(({ type }) => type)).toEqual([
      'warcinfo',
      'resource',
      'request',
      'response',
      'metadata',
      'resource',
    ]);
    expect(records[3]?.payloadSha256).toBe(createHash('sha256').update(page).digest('hex'));
    expect(records.flatMap(({ broken }) => broken)).toEqual([]);
    for (const part of [1, 7, 4096]) expect(await read(warc, part)).toEqual({ records });
    expect(await read(gunzipSync(warc))).toEqual({ records });
  });

  it('that is truncated anywhere is reported, or ends between two records', async () => {
    const ends = [0];
    for (let at = 1; at < warc.length; at++)
      if (warc[at] === 0x1f && warc[at + 1] === 0x8b && warc[at + 2] === 8) ends.push(at);

    await fc.assert(
      fc.asyncProperty(fc.nat(warc.length - 1), async (length) => {
        const { endedAt } = await read(warc.slice(0, length));

        expect(endedAt === undefined).toBe(ends.includes(length));
      }),
      { numRuns: 80 },
    );
  });

  it('reports the wrong digests after a byte of the page was changed', async () => {
    const plain = gunzipSync(warc);
    const at = plain.indexOf('<h1>');

    const { records } = await read(plain.with(at + 1, 'H'.charCodeAt(0)));

    expect(records.at(-1)).toMatchObject({ type: 'response', broken: ['WARC-Block-Digest', 'WARC-Payload-Digest'] });
  });

  it('of another tool is read, and an unsupported digest does not count as verified', async () => {
    const foreign = text([
      'WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: urn:a\r\nWARC-Date: 2031-01-01T00:00:00Z\r\n',
      'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nContent-Type: text/plain\r\n',
      'WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n',
    ]);

    expect((await read(foreign)).records).toMatchObject([
      { type: 'resource', url: 'urn:a', digested: false, broken: [] },
    ]);
  });

  it('that unpacks beyond the limit is abandoned, in a header as well as in a page', async () => {
    const head = 'WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 9000000\r\n';
    const bombs = [`${head}X: ${'a'.repeat(9_000_000)}`, `${head}\r\n${'a'.repeat(9_000_000)}`].map((bomb) =>
      gzipSync(bomb),
    );

    for (const bomb of bombs) {
      async function* parts() {
        yield bomb;
      }
      await expect(Array.fromAsync(readWarc(parts(), 1_000_000))).rejects.toThrow(/unpacks to more than 1000000 bytes/);
    }
  });

  it('is rejected where it is another format', async () => {
    expect(await read(text(['GIF89a, and more\r\n\r\n']))).toEqual({ records: [], endedAt: 1 });
  });
});
