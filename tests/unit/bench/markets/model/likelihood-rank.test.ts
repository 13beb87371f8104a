import { describe, expect, it } from 'vitest';
import { likelihoodRank } from '#bench/markets/model/likelihood-rank.ts';
import { stream } from '#kernel/model/rng.ts';
import { rankCorrelation } from '#kernel/model/statistics/rank-correlation.ts';

/** Ads of which each has an actor of its own. */
const adsThatSay = (said: readonly number[]) => ({
  count: said.length,
  probability: Float64Array.from(said),
  positive: new Uint8Array(said.length),
  actor: Uint32Array.from(said, (_, ad) => ad),
  actors: said.length,
});

describe('how a tool ranks ads beside the evidence', () => {
  const rng = stream('ranks', 'of evidence');
  const drawn = () => Array.from({ length: 40 }, () => rng.int(12) / 12);

  it("is Spearman's rank correlation, ties included", () => {
    for (let round = 0; round < 30; round++) {
      const [said, known] = [drawn(), drawn()];

      expect(likelihoodRank(adsThatSay(said), known)(said.map(() => 1))).toBeCloseTo(rankCorrelation(said, known), 12);
    }
  });

  it('counts an ad of weight two as two ads, and one of weight none as no ad', () => {
    const [said, known] = [drawn(), drawn()];
    const weights = said.map((_, ad) => ad % 3);
    const copies = (values: readonly number[]) => values.flatMap((value, ad) => Array<number>(ad % 3).fill(value));

    expect(likelihoodRank(adsThatSay(said), known)(weights)).toBeCloseTo(
      rankCorrelation(copies(said), copies(known)),
      12,
    );
  });

  it('is not defined where a tool says the same of all ads', () => {
    expect(likelihoodRank(adsThatSay([0.5, 0.5, 0.5]), [0.1, 0.2, 0.3])([1, 1, 1])).toBeUndefined();
  });
});
