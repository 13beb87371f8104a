import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast, type Draw } from '#kernel/model/statistics/chance-of-picks.ts';

const draw = fc.integer({ min: 1, max: 5 }).chain((of) =>
  fc.record({
    of: fc.constant(of),
    marked: fc.integer({ min: 0, max: of }),
    picked: fc.integer({ min: 0, max: of }),
    worth: fc.integer({ min: 1, max: 4 }),
  }),
);

/** Every way to pick so many of the first things of a row, as sets of places. */
function picks(of: number, picked: number): number[][] {
  if (picked === 0) return [[]];
  if (picked > of) return [];
  return [...picks(of - 1, picked), ...picks(of - 1, picked - 1).map((rest) => [...rest, of - 1])];
}

/** The same chance by writing down every outcome there is, each as likely as any other. */
function byListing(draws: readonly Draw[], worth: number): number {
  const sums = draws.reduce<number[]>(
    (all, { of, marked, picked, worth: each }) =>
      picks(of, picked).flatMap((places) => {
        const found = places.filter((place) => place < marked).length;
        return all.map((sum) => sum + found * each);
      }),
    [0],
  );
  return sums.filter((sum) => sum >= worth).length / sums.length;
}

describe('the probability that random picks reach a result', () => {
  it('is 1/70 for finding four cups of eight (lady tasting tea)', () => {
    expect(chanceOfAtLeast([{ of: 8, marked: 4, picked: 4, worth: 1 }], 4)).toBeCloseTo(1 / 70, 14);
  });

  it('is a binomial tail for ten picks of one in four', () => {
    const draws = Array.from({ length: 10 }, () => ({ of: 4, marked: 1, picked: 1, worth: 1 }));

    // 10 x 0.25^9 x 0.75 + 0.25^10
    expect(chanceOfAtLeast(draws, 9)).toBeCloseTo(31 / 4 ** 10, 14);
  });

  it('equals an enumeration of all outcomes', () => {
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 4 }), fc.integer({ min: 0, max: 40 }), (draws, worth) => {
        expect(chanceOfAtLeast(draws, worth)).toBeCloseTo(byListing(draws, worth), 10);
      }),
    );
  });

  it('throws for more picks than items', () => {
    expect(() => chanceOfAtLeast([{ of: 2, marked: 1, picked: 3, worth: 1 }], 1)).toThrow(/3 picked and 1 marked of 2/);
  });
});
