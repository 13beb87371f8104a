import { expect, it } from 'vitest';
import { readerRow } from '#bench/markets/model/reader-row.ts';
import { scoreOf } from '../../../../support/bench/any-bench.ts';
import { drawnTruth, isPositive } from '../../../../support/bench/predictions/known-tools.ts';

const MARKETS = [0, 1].map((n) => ({
  id: String(n).padStart(16, '0'),
  profile: 'BUY' as const,
  truth: drawnTruth({ size: 'practice', seed: `row ${n}` }),
}));

it('a row counts the flags of all its markets and how many are false, where the track has flags', () => {
  const rowOf = (track: 'page' | 'fairness' | 'linking', probability: number) =>
    readerRow(
      'tool',
      track,
      MARKETS.map((market) =>
        scoreOf(
          market,
          market.truth.map(({ ad }) => ({ ad, probability, cluster: 'one' })),
          track,
        ),
      ),
    ).tables[0];
  const ads = MARKETS.flatMap(({ truth }) => truth);
  const all = { all: ads.length, false: ads.filter((ad) => !isPositive(ad)).length };

  expect(rowOf('page', 0.5)?.flags).toEqual(all);
  expect(rowOf('fairness', 0.5)?.flags).toEqual(all);
  expect(rowOf('page', 0.4)?.flags).toEqual({ all: 0, false: 0 });
  expect(rowOf('linking', 0.5)).not.toHaveProperty('flags');
});
