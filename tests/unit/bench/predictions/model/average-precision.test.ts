import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagePrecision } from '#bench/predictions/model/average-precision.ts';
import { tallyByProbability } from '#bench/predictions/model/tally-by-probability.ts';
import { anyAds, columns, inOrder, type Told } from '../../../../support/bench/predictions/any-market.ts';

const precisionOf = (told: readonly Told[]) =>
  averagePrecision(
    tallyByProbability(columns(told))(
      inOrder(
        told,
        Array.from({ length: 9 }, () => 1),
      ),
    ),
  );
const told = (...ads: readonly (readonly [number, boolean])[]) =>
  ads.map(([probability, positive], actor) => ({ actor, probability, positive }));

/** By definition: each positive ad brings the share of positive ads among all that are ranked as high. */
function byDefinition(ads: readonly Told[]): number | undefined {
  const mine = ads.filter(({ positive }) => positive);
  const shares = mine.map(({ probability }) => {
    const flagged = ads.filter((ad) => ad.probability >= probability);
    return flagged.filter(({ positive }) => positive).length / flagged.length;
  });
  return mine.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / mine.length;
}

describe('averagePrecision', () => {
  it('gives the known answer of a ranking worked out by hand', () => {
    // Positive at ranks 1, 3 and 4: (1/1 + 2/3 + 3/4) / 3.
    expect(precisionOf(told([0.9, true], [0.8, false], [0.7, true], [0.6, true], [0.1, false]))).toBeCloseTo(
      29 / 36,
      12,
    );
  });

  it('is the share of positive ads for a constant prediction', () => {
    expect(precisionOf(told([0.3, true], [0.3, false], [0.3, false], [0.3, false]))).toBe(0.25);
  });

  it('agrees with its definition, ties passing the threshold together', () => {
    fc.assert(
      fc.property(anyAds, (ads) => {
        const expected = byDefinition(ads);
        if (expected === undefined) expect(precisionOf(ads)).toBeUndefined();
        else expect(precisionOf(ads)).toBeCloseTo(expected, 12);
      }),
    );
  });
});
