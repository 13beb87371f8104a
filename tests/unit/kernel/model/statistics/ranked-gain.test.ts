import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineGain, discountedGain, foundAt, normalisedGain } from '#kernel/model/statistics/ranked-gain.ts';

const anyList = fc.array(fc.nat(3), { minLength: 1, maxLength: 7 });
const someRelevant = anyList.filter((list) => list.some((relevance) => relevance > 0));
const anyK = fc.integer({ min: 1, max: 8 });

/** All orders of a short list. */
function orders(list: readonly number[]): number[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, n) => orders(list.toSpliced(n, 1)).map((rest) => [first, ...rest]));
}

describe('normalisedGain', () => {
  it('gives the known answer of a list worked out by hand', () => {
    // 7/log2(2) + 3/log2(3) + 0 + 1/log2(5), against 7 + 7/log2(3) + 3/log2(4) + 1/log2(5).
    const own = 7 + 3 / 1.584962500721156 + 1 / 2.321928094887362;
    const best = 7 + 7 / 1.584962500721156 + 1.5 + 1 / 2.321928094887362;

    expect(discountedGain([3, 2, 0, 1, 3], 4)).toBeCloseTo(own, 12);
    expect(normalisedGain([3, 2, 0, 1, 3], [3, 2, 0, 1, 3], 4)).toBeCloseTo(own / best, 12);
  });

  it('is 1 for the best order, at most 1 for any, and undefined where nothing is relevant', () => {
    fc.assert(
      fc.property(someRelevant, anyK, (list, k) => {
        expect(
          normalisedGain(
            list.toSorted((a, b) => b - a),
            list,
            k,
          ),
        ).toBeCloseTo(1, 12);
        expect(normalisedGain(list, list, k)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    expect(normalisedGain([0, 0], [0, 0], 2)).toBeUndefined();
  });

  it('does not fall where a more relevant thing moves ahead of a less relevant one', () => {
    fc.assert(
      fc.property(someRelevant, anyK, fc.nat(6), (list, k, at) => {
        const place = at % Math.max(1, list.length - 1);
        const [one, other] = [list[place] ?? 0, list[place + 1] ?? 0];
        fc.pre(other > one);
        const swapped = list.with(place, other).with(place + 1, one);

        expect(normalisedGain(swapped, list, k) ?? 0).toBeGreaterThanOrEqual(normalisedGain(list, list, k) ?? 1);
      }),
    );
  });
});

describe('baselineGain', () => {
  it('is the mean over all orders', () => {
    fc.assert(
      fc.property(
        someRelevant.filter(({ length }) => length <= 5),
        anyK,
        (list, k) => {
          const all = orders(list).map((order) => normalisedGain(order, list, k) ?? 0);
          expect(baselineGain(list, k)).toBeCloseTo(all.reduce((sum, gain) => sum + gain, 0) / all.length, 10);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is undefined where nothing is relevant', () => {
    expect(baselineGain([0], 1)).toBeUndefined();
  });
});

describe('foundAt', () => {
  it('counts what is relevant in the first k, of the most that k can hold', () => {
    expect(foundAt([0, 3, 1, 2], [0, 3, 1, 2], 2)).toEqual([1, 2]);
    expect(foundAt([3], [3, 0, 0], 2)).toEqual([1, 1]);
    expect(foundAt([], [0, 2], 5)).toEqual([0, 1]);
  });

  it('grows with k and never beyond its most', () => {
    fc.assert(
      fc.property(anyList, anyK, (list, k) => {
        const [found, most] = foundAt(list, list, k);
        expect(found).toBeLessThanOrEqual(most);
        expect(foundAt(list, list, k + 1)[0]).toBeGreaterThanOrEqual(found);
      }),
    );
  });
});
