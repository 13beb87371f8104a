import { describe, expect, it } from 'vitest';
import { jackknife, type Measured } from '#bench/predictions/model/jackknife.ts';
import { stream } from '#kernel/model/rng.ts';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);
const spreadsOf = (
  kinds: readonly (readonly number[])[],
  measure: (weights: ArrayLike<number>) => Measured,
  more: { readonly adsOf?: readonly number[]; readonly mostGroups?: number; readonly seed?: string } = {},
) => {
  const { adsOf = kinds.flat().map(() => 1), mostGroups = 100, seed = 's' } = more;
  return jackknife({ kinds, adsOf, mostGroups, rng: stream(seed, 'groups') }, measure);
};
const mean = (values: readonly number[], weights: ArrayLike<number>, actors: readonly number[]) =>
  actors.reduce((sum, n) => sum + (values[n] ?? 0) * (weights[n] ?? 0), 0) /
  actors.reduce((sum, n) => sum + (weights[n] ?? 0), 0);
/** Variance of a mean by the textbook. */
function varianceOfMean(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length / (values.length - 1);
}

const VALUES = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7];
const KINDS = [range(0, 5), range(5, 14)];

describe('jackknife', () => {
  it('gives the variance of a mean by the textbook, and adds those of two kinds', () => {
    const found = spreadsOf(KINDS, (weights) => ({
      first: mean(VALUES, weights, KINDS[0] ?? []),
      difference: mean(VALUES, weights, KINDS[0] ?? []) - mean(VALUES, weights, KINDS[1] ?? []),
    }));
    const [first, second] = KINDS.map((kind) => varianceOfMean(kind.map((n) => VALUES[n] ?? 0)));

    expect(found.get('first')?.variance).toBeCloseTo(first ?? 0, 12);
    expect(found.get('difference')?.variance).toBeCloseTo((first ?? 0) + (second ?? 0), 12);
  });

  it('has the degrees of freedom of Welch where the values of a kind lie equally far from their mean', () => {
    const values = [0, 2, 0, 2, 10, 16, 10, 16, 10, 16];
    const kinds = [range(0, 4), range(4, 10)];
    const spread = spreadsOf(kinds, (weights) => ({
      difference: mean(values, weights, kinds[1] ?? []) - mean(values, weights, kinds[0] ?? []),
    })).get('difference');
    const [a, b] = [1 / 3, 9 / 5];

    expect(spread?.variance).toBeCloseTo(a + b, 12);
    expect(spread?.freedom).toBeCloseTo((a + b) ** 2 / (a ** 2 / 3 + b ** 2 / 5), 9);
  });

  it('has few degrees of freedom where one actor makes nearly all of the variation', () => {
    const values = [...range(0, 30).map((n) => n % 2), 400];
    const spread = spreadsOf([range(0, 31)], (weights) => ({ mean: mean(values, weights, range(0, 31)) })).get('mean');

    expect(spread?.freedom).toBe(5);
  });

  it('keeps the share of the ads of each kind', () => {
    const adsOf = [4, 1, 2, 3, 7, 1, 1];
    const kinds = [range(0, 3), range(3, 7)];
    const seen: number[] = [];
    spreadsOf(
      kinds,
      (weights) => {
        const [first, second] = kinds.map((kind) =>
          kind.reduce((sum, n) => sum + (adsOf[n] ?? 0) * (weights[n] ?? 0), 0),
        );
        seen.push((first ?? 0) / ((first ?? 0) + (second ?? 0)));
        return { any: 1 };
      },
      { adsOf },
    );

    expect(seen).toHaveLength(8);
    for (const share of seen) expect(share).toBeCloseTo(7 / 19, 12);
  });

  it('leaves out groups where there are many actors, with nearly the same result', () => {
    const actors = range(0, 3000);
    const values = actors.map((n) => ((n * 7919) % 1009) / 1009);
    let measured = 0;
    const measure = (weights: ArrayLike<number>) => {
      measured += 1;
      return { mean: mean(values, weights, actors) };
    };
    const grouped = spreadsOf([actors], measure).get('mean')?.variance ?? 0;

    expect(measured).toBe(101);
    expect(grouped / varianceOfMean(values)).toBeGreaterThan(0.7);
    expect(grouped / varianceOfMean(values)).toBeLessThan(1.4);
    expect(spreadsOf([actors], measure).get('mean')?.variance).toBe(grouped);
    expect(spreadsOf([actors], measure, { seed: 'another' }).get('mean')?.variance).not.toBe(grouped);
  });

  it('does not know the variation of what needs the only actor of a kind, and knows that of the rest', () => {
    const found = spreadsOf([[0], range(1, 9)], (weights) => ({
      needed: (weights[0] ?? 0) > 0 ? 0.5 : undefined,
      mean: mean(VALUES, weights, range(0, 9)),
      gone: undefined,
    }));

    expect(found.get('needed')).toMatchObject({ value: 0.5, variance: undefined });
    expect(found.get('mean')?.variance).toBeCloseTo(varianceOfMean(VALUES.slice(0, 9)), 12);
    expect(found.has('gone')).toBe(false);
  });
});
