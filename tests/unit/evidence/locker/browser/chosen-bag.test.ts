import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openChosenBag } from '#evidence/locker/browser/chosen-bag.ts';
import { verifyLocker, verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { openBlobSource, partsOf } from '#kernel/browser/blob-source.ts';
import { UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { bagOf } from '../../../../support/builders/a-bag.ts';
import { aLocker, packed } from '../../../../support/builders/a-locker.ts';

/** Longer than what is read at once, with no two places alike for long. */
const BYTES = Uint8Array.from({ length: 2_500_000 }, (_, n) => (n * 31 + (n >> 8) * 7) & 0xff);
const blob = new Blob([BYTES]);

describe('a chosen file', () => {
  it('is read at any offset, in any order, unchanged', async () => {
    const reads = fc.array(fc.tuple(fc.nat(BYTES.length), fc.nat(1_200_000)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(reads, async (places) => {
        const source = openBlobSource(blob);
        for (const [offset, length] of places) {
          const most = Math.min(length, BYTES.length - offset);
          const read = await source.read(offset, most);
          expect(Buffer.from(read).equals(BYTES.subarray(offset, offset + most))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('returns bytes that are not shared with later reads', async () => {
    const source = openBlobSource(blob);
    (await source.read(10, 4)).fill(0);

    expect([...(await source.read(10, 4))]).toEqual([...BYTES.subarray(10, 14)]);
  });

  it('streams in parts that add up to the whole', async () => {
    const parts: Uint8Array[] = [];
    for await (const part of partsOf(blob)) parts.push(part);

    expect(parts.length).toBeGreaterThan(1);
    expect(Buffer.concat(parts).equals(BYTES)).toBe(true);
  });
});

describe('a locker from a file dialog', () => {
  it('gets the same verdict as the locker in memory', async () => {
    const zip = await packed(aLocker());
    const inMemory = await verifyZippedLocker(sourceOfBytes(zip));

    expect(await verifyZippedLocker(openBlobSource(new Blob([new Uint8Array(zip)])))).toEqual(inMemory);
  });

  it('may be the folder that it was unpacked to, and a changed byte in it is found', async () => {
    const bag = await bagOf(aLocker());
    const chosen = [...bag].map(([path, bytes]) => ({ path, file: new Blob([new Uint8Array(bytes)]) }));
    const page = chosen.findIndex(({ path }) => path.endsWith('EV-002/page.html'));
    const changed = chosen.with(page, { path: chosen[page]?.path ?? '', file: new Blob(['another page']) });

    expect((await verifyLocker(openChosenBag(chosen))).consistent).toBe(true);
    const { consistent, paths } = await verifyLocker(openChosenBag(changed));
    expect(consistent).toBe(false);
    expect(paths.filter((entry) => !entry.holds).map(({ path }) => path)).toContain('data/items/EV-002/page.html');
  });

  it('names a file that was taken away after it was chosen', async () => {
    const gone = { size: 3, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
    const bag = openChosenBag([{ path: 'bagit.txt', file: gone as unknown as Blob }]);
    const read = async () => {
      for await (const part of bag.read('bagit.txt')) expect(part).toBeUndefined();
    };

    await expect(read).rejects.toThrow(UnreadableFileError);
    expect((await verifyLocker(bag)).issues.map(({ code }) => code)).toContain('locker.unreadable-file');
  });
});
