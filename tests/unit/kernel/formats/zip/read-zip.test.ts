import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhole, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { readZip, ZIP_LIMITS } from '#kernel/formats/zip/read-zip.ts';
import { writeZip } from '#kernel/formats/zip/write-zip.ts';
import { type RawEntry, rawZip } from '../../../../support/builders/raw-zip.ts';

const open = (entries: readonly RawEntry[], limits = ZIP_LIMITS) => readZip(sourceOfBytes(rawZip(entries)), limits);
const codes = async (entries: readonly RawEntry[], limits = ZIP_LIMITS) =>
  (await open(entries, limits)).issues.map(({ code }) => code);
const MEGABYTE = 1024 ** 2;
const SYMLINK = 0o120777;

describe('a foreign zip', () => {
  it('is opened where it is valid, stored or deflated', async () => {
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
    'a/invoice\u202egpj.exe',
    'x'.repeat(2000),
  ])('is refused for the name %j', async (name) => {
    expect(await codes([{ name: 'fine.txt' }, { name }])).toEqual(['zip.slip']);
  });

  it.each([
    ['the same name twice', 'a.txt', 'a.txt'],
    ['names that differ in case alone', 'a.txt', 'A.TXT'],
    ['one accent in two spellings', 'caf\u00e9.txt', 'cafe\u0301.txt'],
    ['a name that ends in a dot', 'a.txt', 'a.txt.'],
    ['a file that is a folder as well', 'a', 'a/b'],
    ['folders that differ in case alone', 'A/b', 'a/c'],
  ])('is refused for %s', async (_, one, two) => {
    expect(await codes([{ name: one }, { name: two }])).toContain('zip.same-name');
  });

  it('is refused for a link and for an encrypted file, both reported at once', async () => {
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

  it('spells out invisible characters in a name, so that it cannot pass for another one', async () => {
    const { issues } = await open([{ name: 'invoice\u202egpj.exe' }]);

    expect(issues[0]?.params.name).toBe('invoice\\u{202e}gpj.exe');
  });

  it('is refused for a device, and for a compression method that not every browser reads', async () => {
    expect(await codes([{ name: 'pipe', mode: 0o010644 }])).toEqual(['zip.symlink']);
    expect(await codes([{ name: 'a', method: 12 }])).toEqual(['zip.method']);
  });

  it('is refused for data before or after it, because other tools may read other files in it', async () => {
    const zip = rawZip([{ name: 'a' }]);
    const junk = Uint8Array.from(Buffer.from('MZ'.repeat(400)));
    const said = async (parts: readonly Uint8Array[]) =>
      (await readZip(sourceOfBytes(Uint8Array.from(Buffer.concat(parts))))).issues.map(({ params }) => params.reason);

    expect(await said([junk, zip])).toEqual(['something stands before its beginning']);
    expect(await said([zip, junk])).toEqual(['it goes on after its end, or its end is cut off']);
    expect(await said([zip.slice(0, -1)])).toEqual(['it is no zip, or its end is cut off']);
  });

  it('is refused where it is empty', async () => {
    expect(await codes([])).toEqual(['zip.empty']);
  });

  it('is refused for a bomb in many parts, each too small to be one', async () => {
    const zeros = new Uint8Array(2 * MEGABYTE);
    const parts = Array.from({ length: 8 }, (_, n) => ({ name: `${n}`, content: zeros, deflated: true }));

    expect(await codes(parts)).toEqual(['zip.bomb-whole']);
  });

  it('does not hand out files that share their bytes', async () => {
    const { files } = await open([
      { name: 'a', content: 'abc' },
      { name: 'b', content: 'abc', at: 0, localName: 'b' },
    ]);

    expect(await readWhole(files?.read('a') ?? [], MEGABYTE)).toHaveLength(3);
    await expect(readWhole(files?.read('b') ?? [], MEGABYTE)).rejects.toThrow(
      'the list of the zip gives it another name than it has',
    );
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

  it('is refused for its size, or that of its directory, after reading only its end', async () => {
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

  it.each<readonly [string, RawEntry, string]>([
    ['has a wrong checksum', { name: 'a', content: 'abc', crc: 7 }, 'its checksum does not hold'],
    ['has another name in its local header', { name: 'a', localName: 'b' }, 'another name than it has'],
    [
      'unpacks to more than it promises',
      { name: 'a', content: 'abc'.repeat(100), size: 5, deflated: true },
      'more than it promises',
    ],
    [
      'unpacks to less than it promises',
      { name: 'a', content: 'abc', size: 500, deflated: true },
      'less than it promises',
    ],
    ['has damaged bytes', { name: 'a', content: 'abc', packed: [7, 7, 7] }, 'its packed bytes are damaged'],
  ])('does not hand out a file that %s, and says so', async (_, entry, reason) => {
    const { files } = await open([entry]);
    const reading = readWhole(files?.read('a') ?? [], MEGABYTE);

    await expect(reading).rejects.toThrow(UnreadableFileError);
    await expect(reading).rejects.toThrow(reason);
  });

  it('is refused with an issue, never with a stack trace, for any bytes', async () => {
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

describe('our own zip', () => {
  it('survives a round trip, and is deterministic', async () => {
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
