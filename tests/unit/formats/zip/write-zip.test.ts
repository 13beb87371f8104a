import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeZip } from '#formats/zip/write-zip.ts';

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
  test('unpacks to what was written, and is the same however the bytes come cut', async () => {
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
      { numRuns: 25 },
    );
  });
});
