import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhole, UnreadableFileError } from '#formats/bagit/bag-files.ts';
import { sourceOfBytes } from '#formats/zip/byte-source.ts';
import { readZip, ZIP_LIMITS } from '#formats/zip/read-zip.ts';
import { writeZip } from '#formats/zip/write-zip.ts';
import { type RawEntry, rawZip } from '../../../support/builders/raw-zip.ts';

const open = (entries: readonly RawEntry[], limits = ZIP_LIMITS) => readZip(sourceOfBytes(rawZip(entries)), limits);
const codes = async (entries: readonly RawEntry[], limits = ZIP_LIMITS) =>
  (await open(entries, limits)).issues.map(({ code }) => code);
const MEGABYTE = 1024 ** 2;
const SYMLINK = 0o120777;

describe('a zip of others', () => {
  it('is opened where nothing is wrong with it, stored or deflated', async () => {
    const { issues, files } = await open([
      { name: 'a/one.txt', content: 'one' },
      { name: 'a/two.txt', content: 'two'.repeat(1000), deflated: true },
    ]);
    const two = await readWhole(files?.read('a/two.txt') ?? [], MEGABYTE);

    expect(issues).toEqual([]);
    expect(files?.files).toEqual([
      { path: 'a/one.txt', bytes: 3 },
      { path: 'a/two.txt', bytes: 3000 },
    ]);
    expect(Buffer.from(two ?? []).toString()).toBe('two'.repeat(1000));
  });

  it.each([
    '../out.txt',
    'a/../../out.txt',
    '/etc/passwd',
    'C:/out.txt',
    'a\\out.txt',
    'a//b',
    'a/./b',
    'a\u0000b',
    'a/__proto__/b',
    'x'.repeat(2000),
  ])('is refused for the name %j', async (name) => {
    expect(await codes([{ name: 'fine.txt' }, { name }])).toEqual(['zip.slip']);
  });

  it.each([
    ['the same name twice', 'a.txt', 'a.txt'],
    ['names that differ in case alone', 'a.txt', 'A.TXT'],
    ['one accent in two spellings', 'caf\u00e9.txt', 'cafe\u0301.txt'],
  ])('is refused for %s', async (_, one, two) => {
    expect(await codes([{ name: one }, { name: two }])).toContain('zip.same-name');
  });

  it('is refused for a link and for an encrypted file, both named at once', async () => {
    const { issues, files } = await open([
      { name: 'link', content: '/etc/passwd', mode: SYMLINK },
      { name: 'secret', flags: 1 },
    ]);

    expect(issues.map(({ code, params: { name } }) => [code, name])).toEqual([
      ['zip.symlink', 'link'],
      ['zip.encrypted', 'secret'],
    ]);
    expect(files).toBeUndefined();
  });

  it('is refused for too many entries, too many bytes, and a bomb, before anything is unpacked', async () => {
    const many = Array.from({ length: 11 }, (_, n) => ({ name: `${n}` }));

    expect(await codes(many, { ...ZIP_LIMITS, entries: 10 })).toEqual(['zip.too-many']);
    expect(
      await codes([
        { name: 'a', size: 2 ** 31 },
        { name: 'b', size: 2 ** 31 },
      ]),
    ).toContain('zip.too-large');
    expect(await codes([{ name: 'zeros', content: new Uint8Array(20 * MEGABYTE), deflated: true }])).toEqual([
      'zip.bomb',
    ]);
  });

  it('is refused for its size, or for the size of its list of names, after a look at its end alone', async () => {
    const end = rawZip([{ name: 'a' }]).slice(-22);
    new DataView(end.buffer).setUint32(12, 2 ** 30, true);
    const size = 3 * 1024 ** 3;
    let asked = 0;
    const huge = (bytes: Uint8Array, of: number) => ({
      size: of,
      read: async (offset: number, length: number) => {
        asked += length;
        const part = new Uint8Array(length);
        part.set(bytes, Math.max(0, of - bytes.length - offset));
        return part;
      },
    });

    expect((await readZip(huge(new Uint8Array(0), size))).issues.map(({ code }) => code)).toEqual(['zip.too-large']);
    expect((await readZip(huge(end, 1.5 * 1024 ** 3))).issues.map(({ code }) => code)).toEqual(['zip.too-large']);
    expect(asked).toBeLessThan(MEGABYTE);
  });

  it.each<readonly [string, RawEntry]>([
    ['has a wrong checksum', { name: 'a', content: 'abc', crc: 7 }],
    ['has another name in its local header', { name: 'a', localName: 'b' }],
    ['unpacks to more than it promises', { name: 'a', content: 'abc'.repeat(100), size: 5, deflated: true }],
    ['unpacks to less than it promises', { name: 'a', content: 'abc', size: 500, deflated: true }],
  ])('does not hand out a file that %s', async (_, entry) => {
    const { files } = await open([entry]);

    await expect(readWhole(files?.read('a') ?? [], MEGABYTE)).rejects.toThrow(UnreadableFileError);
  });

  it('is refused by name, and never by a stack trace, whatever bytes it has', async () => {
    const whole = rawZip([{ name: 'a/b', content: 'abc'.repeat(50), deflated: true }, { name: 'a/c' }]);
    const broken = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
      fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => whole.with(at, byte)),
    );

    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        const { issues, files } = await readZip(sourceOfBytes(Uint8Array.from(bytes)));

        expect(files === undefined).toBe(issues.length > 0);
        for (const { path } of files?.files ?? [])
          await readWhole(files?.read(path) ?? [], MEGABYTE).catch((error) =>
            expect(error).toBeInstanceOf(UnreadableFileError),
          );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a zip of ours', () => {
  it('comes back as it went in, and is the same for the same files', async () => {
    const file = fc.record({ content: fc.uint8Array({ maxLength: 500 }), stored: fc.boolean() });

    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 6 }), async (given) => {
        const outgoing = given.map(({ content, stored }, n) => ({ path: `bag/${n}`, chunks: [content], stored }));
        const [zip, again] = [await whole(writeZip(outgoing)), await whole(writeZip(outgoing))];
        const { files } = await readZip(sourceOfBytes(zip));

        expect(again).toEqual(zip);
        for (const { path, chunks } of outgoing)
          expect(Buffer.from((await readWhole(files?.read(path) ?? [], MEGABYTE)) ?? [])).toEqual(
            Buffer.from(chunks[0] ?? []),
          );
      }),
      { numRuns: 40 },
    );
  });
});

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return (await readWhole(parts, MEGABYTE)) ?? new Uint8Array(0);
}
