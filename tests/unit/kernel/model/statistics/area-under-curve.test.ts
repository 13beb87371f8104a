import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyByProbability } from '#bench/predictions/model/tally-by-probability.ts';
import { areaUnderCurve } from '#kernel/model/statistics/area-under-curve.ts';
import {
  anyAds,
  anyWeights,
  columns,
  copied,
  inOrder,
  type Told,
} from '../../../../support/bench/predictions/any-market.ts';

/** By definition: over all pairs of a positive and another ad. */
function byPairs(told: readonly Told[]): number | undefined {
  const mine = told.filter(({ positive }) => positive);
  const rest = told.filter(({ positive }) => !positive);
  const wins = mine.flatMap((a) =>
    rest.map((b) => (a.probability > b.probability ? 1 : a.probability === b.probability ? 0.5 : 0)),
  );
  return wins.length === 0 ? undefined : wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
}

const area = (told: readonly Told[], weights: readonly number[]) =>
  areaUnderCurve(tallyByProbability(columns(told))(inOrder(told, weights)));
const ONCE = Array.from({ length: 9 }, () => 1);

describe('areaUnderCurve', () => {
  it('equals a comparison of every pair, ties counting half', () => {
    fc.assert(
      fc.property(anyAds, (told) => {
        const expected = byPairs(told);
        if (expected === undefined) expect(area(told, ONCE)).toBeUndefined();
        else expect(area(told, ONCE)).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('counts an actor of weight 3 like three copies of its ads', () => {
    fc.assert(
      fc.property(anyAds, anyWeights, (told, weights) => {
        const expected = byPairs(copied(told, ({ actor }) => weights[actor] ?? 0));
        if (expected === undefined) expect(area(told, weights)).toBeUndefined();
        else expect(area(told, weights)).toBeCloseTo(expected, 12);
      }),
    );
  });
});
