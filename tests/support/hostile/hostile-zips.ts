import { deflateRawSync } from 'node:zlib';
import { type RawEntry, rawZip } from '../builders/raw-zip.ts';
import { ESCAPES } from './hostile-contents.ts';
import { type HostileFile, holding } from './hostile-file.ts';

const GIGABYTE = 1024 ** 3;
const BAG: RawEntry = { name: 'bag/bagit.txt', content: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' };
const zip = (kind: string, ...entries: readonly RawEntry[]) =>
  holding(`a zip: ${kind}`, () => rawZip([BAG, ...entries]));

/** A zip whose bytes were changed after it was written. */
const changed = (kind: string, change: (bytes: Buffer) => Uint8Array) =>
  holding(`a zip: ${kind}`, () => change(Buffer.from(rawZip([BAG, { name: 'bag/data/a.txt', content: 'abc' }]))));

const at = (bytes: Buffer, signature: number) => {
  for (let place = 0; place + 4 <= bytes.length; place++) if (bytes.readUInt32LE(place) === signature) return place;
  return 0;
};
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The ZIP64 end of central directory record, which can declare any sizes (APPNOTE 4.3.14). */
function end64(bytes: Buffer, size: bigint, entries: bigint): Uint8Array {
  const place = at(bytes, END);
  const record = Buffer.alloc(76);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(entries, 24);
  record.writeBigUInt64LE(entries, 32);
  record.writeBigUInt64LE(size, 40);
  record.writeBigUInt64LE(BigInt(at(bytes, CENTRAL)), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(place), 64);
  record.writeUInt32LE(1, 72);
  const end = Buffer.from(bytes.subarray(place));
  end.fill(0xff, 8, 20);
  return Buffer.concat([bytes.subarray(0, place), record, end]);
}

let bomb: Uint8Array | undefined;
/** A gigabyte of zeros, packed to a megabyte: deflate packs them a thousandfold and no further. */
export function packedGigabyte(): Uint8Array {
  bomb ??= deflateRawSync(new Uint8Array(GIGABYTE), { level: 9 });
  return bomb;
}

/** Malicious archives. */
export const HOSTILE_ZIPS: readonly HostileFile[] = [
  changed('cut off in the middle', (bytes) => bytes.subarray(0, bytes.length / 2)),
  changed('without its beginning', (bytes) => bytes.subarray(20)),
  changed('followed by something else', (bytes) => Buffer.concat([bytes, Buffer.from('MZ')])),
  changed('with two ends', (bytes) => Buffer.concat([bytes, bytes.subarray(at(bytes, END))])),
  changed('with a list that begins elsewhere', (bytes) => bytes.fill(0xfe, at(bytes, END) + 16, at(bytes, END) + 20)),
  changed('with a list of a million files', (bytes) => bytes.fill(0xfe, at(bytes, END) + 8, at(bytes, END) + 12)),
  changed('with a damaged list', (bytes) => bytes.fill(0, at(bytes, CENTRAL) + 10, at(bytes, CENTRAL) + 40)),
  changed('that says it has no bytes in 64 bits', (bytes) => end64(bytes, 0n, 2n)),
  changed('that says it has all bytes in 64 bits', (bytes) => end64(bytes, 2n ** 63n, 2n)),
  changed('that says it has all files in 64 bits', (bytes) => end64(bytes, 100n, 2n ** 63n)),
  holding('a zip: empty', () => rawZip([])),
  zip('a bomb that says so', {
    name: 'bag/data/bomb',
    content: new Uint8Array(30_000_000),
    deflated: true,
  }),
  holding('a zip: a bomb that says that it is small', () =>
    rawZip([BAG, { name: 'bag/data/bomb', packed: [...packedGigabyte().subarray(0, 100_000)], size: 10, content: '' }]),
  ),
  zip('that leads out of its folder', { name: '../../out.txt' }),
  zip('that leads to the root', { name: '/etc/passwd' }),
  zip('that leads to a drive', { name: 'C:\\out.txt' }),
  zip('with a link', { name: 'bag/data/link', content: '/etc/passwd', mode: 0o120777 }),
  zip('with a device', { name: 'bag/data/device', mode: 0o020666 }),
  zip('encrypted', { name: 'bag/data/secret', flags: 1 }),
  zip(
    'with files that share their bytes',
    { name: 'bag/data/a', content: 'a' },
    { name: 'bag/data/b', content: 'a', at: 0 },
  ),
  zip('with a wrong checksum', { name: 'bag/data/a', content: 'a', crc: 7 }),
  zip('with a size that is none', { name: 'bag/data/a', content: 'a', size: 0xffffffff }),
  zip('with the same name twice', { name: 'bag/data/a' }, { name: 'bag/data/a' }),
  zip('with a name in two spellings', { name: 'bag/data/A' }, { name: 'bag/data/a' }),
  zip('with another name inside', { name: 'bag/data/a', localName: 'bag/data/b' }),
  zip('with a way of packing that is not read', { name: 'bag/data/a', method: 12 }),
  zip('with bytes that are not packed', {
    name: 'bag/manifest-sha256.txt',
    packed: [1, 2, 3, 4],
    size: 10,
    content: '',
  }),
  zip('with orders to a terminal as a name', { name: `bag/data/${ESCAPES}` }),
  zip('with a name of the language', { name: 'bag/__proto__/a' }),
  zip('with a name without end', { name: `bag/${'n'.repeat(60_000)}` }),
  zip('with folders within folders', { name: `${'d/'.repeat(20_000)}a` }),
  zip('within a zip', { name: 'bag/data/inner.zip', content: rawZip([BAG]) }),
  zip('with a manifest of nonsense', {
    name: 'bag/manifest-sha256.txt',
    content: `${'z'.repeat(64)}  ../../etc/passwd\n\u001b[2J\n`,
  }),
  zip('with a custody log of nonsense', { name: 'bag/data/custody.ndjson', content: `${'['.repeat(100_000)}\n` }),
  zip('with an item of depth', { name: 'bag/data/items/EV-001/item.json', content: '['.repeat(100_000) }),
];
