import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightedKappa } from '#kernel/model/statistics/weighted-kappa.ts';

const STEPS = 4;
type Pair = readonly [given: number, wanted: number];

function kappa(pairs: readonly Pair[]): number {
  const table = new Float64Array(STEPS * STEPS);
  for (const [given, wanted] of pairs) table[given * STEPS + wanted] = (table[given * STEPS + wanted] ?? 0) + 1;
  return weightedKappa(table, STEPS);
}

/**
 * Cohen's weighted kappa from the table of agreement, as textbooks write it: 1 is full agreement, (i-j)^2/9 is taken
 * away.
 */
function textbookKappa(pairs: readonly Pair[]): number {
  const share = (isOne: (pair: Pair) => boolean) => pairs.filter(isOne).length / pairs.length;
  const weight = (i: number, j: number) => 1 - (i - j) ** 2 / 9;
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < STEPS; i++)
    for (let j = 0; j < STEPS; j++) {
      observed += weight(i, j) * share(([given, wanted]) => given === i && wanted === j);
      expected += weight(i, j) * share(([given]) => given === i) * share(([, wanted]) => wanted === j);
    }
  return (observed - expected) / (1 - expected);
}

const anyPairs = fc.array(fc.tuple(fc.nat(STEPS - 1), fc.nat(STEPS - 1)), { minLength: 2, maxLength: 60 });
const areSpread = (pairs: readonly Pair[]) => new Set(pairs.flat()).size > 1;

describe('weightedKappa', () => {
  it('gives the known answer of a table worked out by hand', () => {
    // 0, 0, 1, 3 against 0, 0, 0, 3: seen 1/4. By chance, each of the first with each of the second: 9 + 9 + 7 + 27 of
    // 16.
    expect(
      kappa([
        [0, 0],
        [0, 0],
        [1, 0],
        [3, 3],
      ]),
    ).toBeCloseTo(1 - 1 / 4 / (52 / 16), 12);
  });

  it('agrees with the textbook formula for any two raters', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        fc.pre(areSpread(pairs));
        expect(kappa(pairs)).toBeCloseTo(textbookKappa(pairs), 10);
      }),
    );
  });

  it('is the same for both sides, for steps counted from the other end, and never above 1', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const found = kappa(pairs);
        expect(kappa(pairs.map(([a, b]) => [b, a]))).toBeCloseTo(found, 12);
        expect(kappa(pairs.map(([a, b]) => [3 - a, 3 - b]))).toBeCloseTo(found, 12);
        expect(found).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 for full agreement, also where both know one step only, and 0 for one who always says the same', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        expect(kappa(pairs.map(([a]) => [a, a]))).toBe(1);
      }),
    );
    fc.assert(
      fc.property(anyPairs, fc.nat(STEPS - 1), (pairs, always) => {
        fc.pre(pairs.some(([, wanted]) => wanted !== always));
        expect(kappa(pairs.map(([, wanted]) => [always, wanted]))).toBeCloseTo(0, 12);
      }),
    );
  });

  it('takes a near miss more lightly than a far one', () => {
    const rest: Pair[] = [
      [0, 0],
      [3, 3],
      [0, 0],
    ];
    expect(kappa([...rest, [1, 0]])).toBeGreaterThan(kappa([...rest, [3, 0]]));
  });

  it('is 0 for an empty table', () => {
    expect(kappa([])).toBe(0);
  });
});
