import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeZip } from '#kernel/formats/zip/write-zip.ts';

async function zipOf(chunks: readonly Uint8Array[], stored: boolean): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writeZip([{ path: 'a', chunks, stored }])) parts.push(part);
  return Buffer.concat(parts);
}

/** The bytes, cut before each of these places. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return at.slice(1).map((end, n) => bytes.subarray(at[n], end));
}

/** Longer than what is compressed at once, and neither all alike nor all different. */
const bytesOf = (seed: number, length: number) =>
  Uint8Array.from({ length }, (_, n) => (Math.imul(n ^ seed, 2654435761) >>> 24) & (n % 64 < 40 ? 7 : 255));

describe('a zip', () => {
  test('unpacks to what was written, and has the same bytes for any chunking', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 0, max: 200_000 }),
        fc.array(fc.nat(200_000), { maxLength: 12 }),
        fc.boolean(),
        async (seed, length, places, stored) => {
          const bytes = bytesOf(seed, length);
          const zip = await zipOf(cutAt(bytes, places), stored);
          expect(zip.equals(await zipOf([bytes], stored))).toBe(true);
          expect(Buffer.from(unzipSync(zip)['a'] ?? []).equals(bytes)).toBe(true);
        },
      ),
      // With zeros near its beginning, of which the compressor made references to before the beginning
      { numRuns: 25, examples: [[752826801, 1757, [], false]] },
    );
  });

  test('unpacks with zeros anywhere among few other bytes', async () => {
    const few = fc.array(fc.nat(3), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(few, { minLength: 1, maxLength: 60 }),
        fc.array(fc.nat(59), { maxLength: 90 }),
        async (words, text) => {
          const bytes = Uint8Array.from(text.flatMap((word) => words[word % words.length] ?? []));
          expect(Buffer.from(unzipSync(await zipOf([bytes], false))['a'] ?? []).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
