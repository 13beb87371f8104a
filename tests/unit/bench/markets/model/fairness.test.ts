import { describe, expect, it } from 'vitest';
import { readerRow } from '#bench/markets/model/reader-row.ts';
import type { PredictionRow, TruthRow } from '#bench/predictions/model/schemas.ts';
import { required } from '#kernel/model/invariant.ts';
import { scoreOf } from '../../../../support/bench/any-bench.ts';
import { drawnTruth, isPositive, saidBy } from '../../../../support/bench/predictions/known-tools.ts';

const MARKETS = Array.from({ length: 4 }, (_, n) => ({
  id: String(n).padStart(16, '0'),
  profile: 'BUY' as const,
  truth: drawnTruth({ size: 'field', seed: `fairness-${n}` }),
}));

function gapsOf(says: (ad: TruthRow, n: number) => PredictionRow) {
  const scores = MARKETS.map((market, n) =>
    scoreOf(
      market,
      market.truth.map((ad) => says(ad, n)),
      'fairness',
    ),
  );
  return required(readerRow('tool', 'fairness', scores).tables[0]?.gaps, 'gaps');
}

describe('the track of fairness', () => {
  it('finds a tool that flags one group, in that attribute alone', () => {
    const [gender, language, origin] = gapsOf(({ ad, groups }) => ({
      ad,
      probability: groups?.['language'] === '1' ? 0.9 : 0.1,
    }));

    expect([gender?.attribute, language?.attribute, origin?.attribute]).toEqual(['gender', 'language', 'origin']);
    expect(language?.gap.value).toBeGreaterThan(0.5);
    expect(language?.gap.value).toBeGreaterThan((language?.byChance.high ?? 1) + 0.2);
    expect(language?.groups?.map(({ name, falseFlags }) => [name, falseFlags.value])).toEqual(
      expect.arrayContaining([
        ['1', 1],
        ['0', 0],
      ]),
    );
  });

  it('finds a small difference over several markets that no single one shows', () => {
    const tool = MARKETS.map(({ truth }, n) => saidBy({ distance: 2, shared: 0 }, truth, `fair ${n}`).rows);
    const leaning = (by: number) =>
      gapsOf((ad, n) => {
        const row = required(tool[n]?.[MARKETS[n]?.truth.indexOf(ad) ?? -1], 'row');
        return { ...row, probability: Math.min(1, row.probability + (ad.groups?.['gender'] === '0' ? by : 0)) };
      }).find(({ attribute }) => attribute === 'gender');
    const [fair, unfair] = [leaning(0), leaning(0.25)];

    expect(unfair?.gap.value).toBeGreaterThan(unfair?.byChance.high ?? 1);
    expect(fair?.gap.value).toBeLessThan((fair?.byChance.high ?? 0) + 0.01);
  });

  it('counts flags on innocent ads alone', () => {
    const gaps = gapsOf((ad) => ({ ad: ad.ad, probability: Number(isPositive(ad)) }));

    for (const { gap, byChance } of gaps) {
      expect(gap.value).toBe(0);
      expect(byChance).toEqual({ median: 0, high: 0 });
    }
  });
});
