import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { WARCParser, WARCSerializer } from 'warcio';
import { writeCapture } from '#evidence/locker/codec/write-capture.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import { drawPage } from '#market/ads/codec/draw-page.ts';
import { aLocker } from '../support/builders/a-locker.ts';

let locker: Locker;
let warcs: Uint8Array[];

beforeAll(async () => {
  locker = aLocker();
  warcs = await warcsOf(locker);
});

function warcsOf(locker: Locker): Promise<Uint8Array[]> {
  return Promise.all(
    locker.items.map(async (item) => {
      const mark = { notice: locker.notice, marketId: locker.marketId, itemId: item.facts.itemId };
      const picture = utf8(drawPage({ url: item.facts.finalUrl, status: 200, body: item.body }, mark));
      return Uint8Array.from(Buffer.concat((await writeCapture(locker, item, picture)).map(({ bytes }) => bytes)));
    }),
  );
}

/** The records as warcio reads them, each with the digests that warcio computes anew. */
async function recordsOf(warc: Uint8Array) {
  const records = [];
  for await (const record of WARCParser.iterRecords([warc], { keepHeadersCase: true })) {
    const header = (name: string) => record.warcHeaders.headers.get(name) ?? undefined;
    const written = [header('WARC-Block-Digest'), header('WARC-Payload-Digest')];
    const [type, date, id] = [header('WARC-Type'), header('WARC-Date'), header('WARC-Record-ID')];
    const [url, concurrentTo] = [header('WARC-Target-URI'), header('WARC-Concurrent-To')];
    const [status, location] = [record.httpHeaders?.statusCode, record.httpHeaders?.headers.get('location')];
    const serializer = new WARCSerializer(record, { digest: { algo: 'sha-256', prefix: 'sha256:', base32: false } });
    await serializer.digestRecord({ recompute: true });
    const computed = [header('WARC-Block-Digest'), header('WARC-Payload-Digest')];
    records.push({ type, date, id, url, concurrentTo, status, location, written, computed });
  }
  return records;
}

describe('warcio', () => {
  it('reads every record of every capture, and computes the digests that were written', async () => {
    for (const [n, warc] of warcs.entries()) {
      const records = await recordsOf(warc);

      expect(records.map(({ type }) => type)).toEqual([
        'warcinfo',
        'resource',
        'request',
        'response',
        'metadata',
        'resource',
      ]);
      for (const { type, written, computed, date } of records) {
        expect(date).toBe(locker.items[n]?.servedAt);
        if (type !== 'warcinfo') expect(written).toEqual(computed);
      }
    }
  });

  it('reads a response with exactly the bytes that the site sent', async () => {
    const [first] = locker.items;
    const [, , , response] = await recordsOf(warcs[0] as Uint8Array);

    expect(response?.written[1]).toBe(
      `sha256:${createHash('sha256')
        .update(first?.body ?? '')
        .digest('hex')}`,
    );
  });

  it('computes another digest after one byte of the page was changed', async () => {
    const plain = gunzipSync(warcs[0] as Uint8Array).toString('latin1');
    const changed = Buffer.from(plain.replace('<h1>', '<h2>'), 'latin1');

    const records = await recordsOf(Uint8Array.from(changed));

    expect(changed.toString('latin1')).not.toBe(plain);
    const broken = records.filter(
      ({ type, written, computed }) => type !== 'warcinfo' && written.join() !== computed.join(),
    );
    expect(broken.map(({ type }) => type)).toEqual(['response']);
  });

  it('reads request and response of each address of a redirected page, in order of sending', async () => {
    const mirrored = aLocker('scenarios/two-addresses');

    for (const [n, warc] of (await warcsOf(mirrored)).entries()) {
      const records = await recordsOf(warc);
      const { url: asked, finalUrl } = mirrored.items[n]?.facts ?? {};
      const [sentOn, answered] = records.filter(({ type }) => type === 'response');
      const requests = records.filter(({ type }) => type === 'request');

      expect(records.map(({ type, url }) => [type, url])).toEqual([
        ['warcinfo', undefined],
        ['resource', `urn:synthetic:${mirrored.marketId}`],
        ['request', asked],
        ['response', asked],
        ['request', finalUrl],
        ['response', finalUrl],
        ['metadata', finalUrl],
        ['resource', `urn:view:${finalUrl}`],
      ]);
      expect(sentOn).toMatchObject({ status: 302, location: finalUrl, concurrentTo: requests[0]?.id });
      expect(answered).toMatchObject({ status: 200, concurrentTo: requests[1]?.id });
      expect(gunzipSync(warc).toString()).toContain(`via: ${asked}\r\nhopsFromSeed: R\r\n`);
      for (const { type, written, computed } of records) if (type !== 'warcinfo') expect(written).toEqual(computed);
    }
  });

  it('finds no duplicate record id', async () => {
    const all = [...warcs, ...(await warcsOf(aLocker('scenarios/two-addresses')))];
    const ids = (await Promise.all(all.map(recordsOf))).flat().map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}>$/);
  });
});
