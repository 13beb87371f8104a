import { describe, expect, it } from 'vitest';
import { compareResults, sameBench } from '#bench/markets/model/compare-results.ts';
import type { BenchResult, BenchRun } from '#bench/markets/model/schemas.ts';

type Values = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A result with these figures of the tool by market; the first letter of a market names its profile. */
function aResult(values: Values, track: BenchResult['tracks'][number]['track'] = 'page'): BenchResult {
  const runs = Object.keys(values).map(
    (market): BenchRun => ({ market, profile: market.startsWith('b') ? 'BUY' : 'JOB', seconds: 1, peakBytes: null }),
  );
  const byMarket = Object.entries(values).map(([market, figures]) => ({ market, figures: { ...figures } }));
  const ceiling = byMarket.map(({ market }) => ({ market, figures: { auc: 1 } }));
  return {
    schema: 'bench-result/2',
    synthetic: true,
    notice: 'SYNTHETIC',
    bench: { name: 'a-bench', version: 1, generatorVersion: 7 },
    split: 'dev',
    rules: 'closed',
    tool: 'a tool',
    threshold: 0.5,
    tracks: [
      {
        track,
        runs,
        rows: [
          { reader: 'ceiling', tables: [], byMarket: ceiling },
          { reader: 'tool', tables: [], byMarket },
        ],
      },
    ],
  };
}

describe('two results', () => {
  it('are compared in the markets that both have, profile by profile and together', () => {
    const one = aResult({ b1: { auc: 0.9 }, b2: { auc: 0.8 }, j1: { auc: 0.7 }, j2: { auc: 0.7 }, j3: { auc: 0.1 } });
    const other = aResult({ b1: { auc: 0.8 }, b2: { auc: 0.6 }, j1: { auc: 0.8 }, j2: { auc: 0.7 }, j9: { auc: 0.9 } });

    const found = compareResults(one, other);

    expect(found.map(({ profile, markets }) => [profile, markets])).toEqual([
      ['BUY', 2],
      ['JOB', 2],
      ['all', 4],
    ]);
    expect(found.map(({ value }) => value)).toEqual([
      expect.closeTo(0.15, 9),
      expect.closeTo(-0.05, 9),
      expect.closeTo(0.05, 9),
    ]);
    // Each profile: deviation .0707, error of the mean .05, t at 1 degree of freedom 12.706.
    expect(found[0]?.high).toBeCloseTo(0.15 + 12.706 * 0.05, 2);
  });

  it('of one tool do not differ', () => {
    const result = aResult({ b1: { auc: 0.9, 'ppv-6': 0.2 }, b2: { auc: 0.8 } });

    for (const { value, low } of compareResults(result, result)) expect([value, low ?? 0]).toEqual([0, 0]);
  });

  it('are not compared across tracks, nor in a figure that one of them lacks', () => {
    const one = aResult({ b1: { auc: 0.9 } });

    expect(compareResults(one, aResult({ b1: { auc: 0.9 } }, 'records'))).toEqual([]);
    expect(compareResults(one, aResult({ b1: { 'ppv-6': 0.9 } }))).toEqual([]);
  });

  it('belong to one bench only if name, version and generator are the same', () => {
    const bench = { name: 'a-bench', version: 1, generatorVersion: 7 };

    expect(sameBench(bench, { ...bench })).toBeUndefined();
    expect(sameBench({ ...bench, version: 2 }, bench)).toEqual({
      found: 'a-bench 2 (generator 7)',
      asked: 'a-bench 1 (generator 7)',
    });
    expect(sameBench({ ...bench, generatorVersion: 8 }, bench)).toBeDefined();
  });
});
