import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedFunction, keyFor } from '#kernel/model/keyed-function.ts';
import { keyedPermutation } from '#kernel/model/keyed-permutation.ts';
import { MAX_ADS } from '#market/generator/model/drawn-market.ts';
import { inFull } from '../../../support/in-full.ts';

const keyOf = (secret: string) => keyedFunction(keyFor(secret, 'places'));

describe('a keyed permutation', () => {
  it('maps every index to another value below the size, and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.string(), (size, secret) => {
        const { at, indexOf } = keyedPermutation(size, keyOf(secret));
        const seen = new Uint8Array(size);
        for (let n = 0; n < size; n++) {
          const value = at(n);
          expect(value).toBeLessThan(size);
          seen[value] = 1;
          expect(indexOf(value)).toBe(n);
        }
        expect(seen.indexOf(0)).toBe(-1);
      }),
      { numRuns: 40 },
    );
  });

  it('goes back and forth where the size is too large to be listed', () => {
    const { at, indexOf } = keyedPermutation(2 ** 32, keyOf('large'));
    for (const n of [0, 1, 77, 2 ** 31, 2 ** 32 - 1]) expect(indexOf(at(n))).toBe(n);
  });

  it.each([200_000_000, 10 ** 9, 2 ** 32 - 1])('has for each index of %d another value below it', (size) => {
    const { at, indexOf } = keyedPermutation(size, keyOf('sizes of markets'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: size - 1 }), (index) => {
        const value = at(index);
        expect(Number.isInteger(value) && value >= 0 && value < size).toBe(true);
        expect(indexOf(value)).toBe(index);
      }),
    );
  });

  it.runIf(inFull(true, false))('gives each place of the largest market to one of its ads', () => {
    const { at } = keyedPermutation(MAX_ADS, keyOf('every place'));
    const seen = new Uint8Array(MAX_ADS / 8);
    let taken = 0;
    for (let index = 0; index < MAX_ADS; index++) {
      const value = at(index);
      const bit = 1 << (value & 7);
      if (((seen[value >>> 3] ?? 0xff) & bit) !== 0) continue;
      seen[value >>> 3] = (seen[value >>> 3] as number) | bit;
      taken += 1;
    }

    expect(taken).toBe(MAX_ADS);
  });

  it('leaves neighbours no nearer than chance, and as many fixed values as a random one', () => {
    const size = 2000;
    const runs = 60;
    let [distance, fixed] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const { at } = keyedPermutation(size, keyOf(`run ${run}`));
      for (let n = 0; n + 1 < size; n++) distance += Math.abs(at(n) - at(n + 1));
      for (let n = 0; n < size; n++) if (at(n) === n) fixed += 1;
    }
    // The mean distance of two random places is a third of the size; one value in a permutation stays, on average.
    expect(distance / (runs * (size - 1)) / size).toBeCloseTo(1 / 3, 2);
    expect(fixed / runs).toBeGreaterThan(0.5);
    expect(fixed / runs).toBeLessThan(1.6);
  });

  it('refuses a size of which it has no permutation', () => {
    expect(() => keyedPermutation(0, keyOf('a'))).toThrow(RangeError);
    expect(() => keyedPermutation(2 ** 32 + 1, keyOf('a'))).toThrow(RangeError);
    expect(() => keyedPermutation(1.5, keyOf('a'))).toThrow(RangeError);
  });
});
