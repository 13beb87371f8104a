import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brierSkill } from '#bench/predictions/model/brier-skill.ts';
import {
  anyAds,
  anyWeights,
  columns,
  copied,
  inOrder,
  type Told,
} from '../../../../support/bench/predictions/any-market.ts';

const ONCE = Array.from({ length: 9 }, () => 1);
const skillOf = (told: readonly Told[], weights: readonly number[] = ONCE) =>
  brierSkill(columns(told))(inOrder(told, weights));

/** Against the squared error of a tool that knows nothing but the share of positive ads. */
function againstTheShare(told: readonly Told[]): number | undefined {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const truth = told.map(({ positive }) => Number(positive));
  const share = mean(truth);
  const errorOf = (says: (n: number) => number) => mean(truth.map((y, n) => (says(n) - y) ** 2));
  const blind = errorOf(() => share);
  return told.length === 0 || blind === 0 ? undefined : 1 - errorOf((n) => told[n]?.probability ?? 0) / blind;
}

describe('brierSkill', () => {
  it('is the reduction of error relative to predicting the share of positive ads', () => {
    fc.assert(
      fc.property(anyAds, anyWeights, (told, weights) => {
        for (const [given, ads] of [
          [ONCE, told],
          [weights, copied(told, ({ actor }) => weights[actor] ?? 0)],
        ] as const) {
          const expected = againstTheShare(ads);
          if (expected === undefined) expect(skillOf(told, given)).toBeUndefined();
          else expect(skillOf(told, given)).toBeCloseTo(expected, 9);
        }
      }),
    );
  });

  it('is 0 for that share, 1 for the truth, and negative for a tool that is certain of the opposite', () => {
    const said = (probability: (positive: boolean) => number) =>
      skillOf(
        [true, false, false, false].map((positive, actor) => ({ actor, positive, probability: probability(positive) })),
      );

    expect(said(() => 0.25)).toBeCloseTo(0, 12);
    expect(said(Number)).toBe(1);
    expect(said((positive) => 1 - Number(positive))).toBeLessThan(-4);
  });
});
