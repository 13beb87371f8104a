import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { readZip } from '#kernel/formats/zip/read-zip.ts';
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { rawZip } from '../support/builders/raw-zip.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { packedGigabyte } from '../support/hostile/hostile-zips.ts';
import { counted, peakMemoryOf } from './harness.ts';

const GIGABYTE = 1024 ** 3;
/** A gigabyte of zeros in a zip of a megabyte, which says so. */
const bomb = () =>
  rawZip([{ name: 'bag/bagit.txt' }, { name: 'bag/data/bomb', packed: [...packedGigabyte()], size: GIGABYTE }]);
const harmless = () => rawZip([{ name: 'bag/bagit.txt' }]);

/**
 * Bytes that are read before a bomb is refused, over those that it would unpack to. A page reads it in the same way: the end
 * of the zip, where a remark of 64 kB may stand, and its list of names.
 */
async function shareRead(): Promise<number> {
  const bytes = bomb();
  const source = sourceOfBytes(bytes);
  let read = 0;
  const { issues, files } = await readZip({
    size: source.size,
    read: (offset, length) => {
      read += length;
      return source.read(offset, length);
    },
  });
  if (files || !issues.some(({ code }) => code === 'zip.bomb')) throw new Error('The bomb is not refused.');
  return read / GIGABYTE;
}

/** Most memory of the command at the bomb over that at a zip of one small file. */
async function memoryOver(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'checkathon-timings-'));
  try {
    const script = join(ROOT, 'scripts', 'verify-locker.ts');
    const peakAt = async (name: string, bytes: Uint8Array) => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      return peakMemoryOf(script, [file], 1);
    };
    return (await peakAt('bomb.zip', bomb())) / (await peakAt('small.zip', harmless()));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const rows: readonly TimingRow[] = [
  {
    name: 'zip bomb of a gigabyte: bytes read before it is refused, over those it unpacks to',
    goal: 0.001,
    atMost: true,
    measure: async () => counted(await shareRead()),
  },
  {
    name: 'zip bomb of a gigabyte: memory of the command over that for a small zip',
    goal: 1.5,
    atMost: true,
    measure: async () => counted(await memoryOver()),
  },
];
