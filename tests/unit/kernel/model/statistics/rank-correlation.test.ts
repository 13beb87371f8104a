import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankCorrelation } from '#kernel/model/statistics/rank-correlation.ts';

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 });
const pairs = numbers.chain((a) =>
  fc.tuple(fc.constant(a), fc.array(fc.integer({ min: -5, max: 5 }), { minLength: a.length, maxLength: a.length })),
);

describe('rank correlation', () => {
  it('follows from rank differences where no value is tied', () => {
    const distinct = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 30 });
    const orders = distinct.chain((a) =>
      fc.tuple(fc.constant(a), fc.shuffledSubarray(a, { minLength: a.length, maxLength: a.length })),
    );
    fc.assert(
      fc.property(orders, ([a, b]) => {
        const place = (list: readonly number[], number: number) => list.filter((other) => other < number).length;
        const squares = a.reduce((sum, number, n) => sum + (place(a, number) - place(b, b[n] ?? 0)) ** 2, 0);
        const byDifferences = 1 - (6 * squares) / (a.length * (a.length ** 2 - 1));

        expect(rankCorrelation(a, b)).toBeCloseTo(byDifferences, 10);
      }),
    );
  });

  it('gives tied values their mean rank', () => {
    // Places 1, 2.5, 2.5, 4 against 1, 2, 3, 4: products 4.5, sums of squares 4.5 and 5.
    expect(rankCorrelation([1, 7, 7, 9], [10, 20, 30, 40])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });

  it('is 0 where one of the lists is constant', () => {
    expect(rankCorrelation([3, 3, 3], [1, 2, 3])).toBe(0);
    expect(rankCorrelation([], [])).toBe(0);
  });

  it('lies between -1 and 1, is the same both ways, and turns with the order', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const rho = rankCorrelation(a, b);

        expect(Math.abs(rho)).toBeLessThanOrEqual(1 + 1e-12);
        expect(rankCorrelation(b, a)).toBeCloseTo(rho, 10);
        expect(
          rankCorrelation(
            a.map((number) => number ** 3),
            b,
          ),
        ).toBeCloseTo(rho, 10);
        expect(
          rankCorrelation(
            a.map((number) => -number),
            b,
          ),
        ).toBeCloseTo(-rho, 10);
      }),
    );
  });
});
