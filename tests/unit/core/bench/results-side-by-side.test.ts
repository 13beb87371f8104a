import { describe, expect, it } from 'vitest';
import { readerRow } from '#core/bench/reader-row.ts';
import { resultsSideBySide } from '#core/bench/results-side-by-side.ts';
import type { BenchResult } from '#core/bench/schemas.ts';
import type { TrackName } from '#core/bench/tracks.ts';
import { drawnTruth, saidBy } from '../prediction/known-tools.ts';
import { scoreOf } from './any-bench.ts';

/** A market that a tool and a reader beside it have judged, the same in each call. */
const marketAt = (n: number) => ({
  id: `a${n}`.padStart(16, '0'),
  profile: 'JOB' as const,
  ...saidBy({ distance: 2, shared: 0.5 }, drawnTruth({ size: 'practice', seed: `side ${n}` }), `side ${n}`),
});
const MARKETS = [0, 1, 2].map(marketAt);

interface Given {
  readonly markets?: readonly number[];
  /** Markets in which the tool has failed. */
  readonly failed?: readonly number[];
  readonly tracks?: readonly TrackName[];
}

function aResult(name: string, { markets = [0, 1, 2], failed = [], tracks = ['page'] }: Given = {}): BenchResult {
  const asked = MARKETS.filter((_, n) => markets.includes(n));
  const scored = MARKETS.filter((_, n) => markets.includes(n) && !failed.includes(n));
  return {
    schema: 'bench-result/1',
    synthetic: true,
    notice: 'SYNTHETIC',
    bench: { name: 'a-bench', version: 1, generatorVersion: 7 },
    split: 'test',
    tool: `tool of ${name}`,
    name,
    threshold: 0.5,
    tracks: tracks.map((track) => ({
      track,
      runs: asked.map(({ id: market, profile }) => ({
        market,
        profile,
        seconds: 1,
        peakBytes: null,
        ...(scored.some(({ id }) => id === market) ? {} : { failed: 'bench.tool-failed' }),
      })),
      rows: (['tool', 'signs'] as const).map((reader) =>
        readerRow(
          reader,
          track,
          scored.map((market) => scoreOf(market, market.rows, track)),
        ),
      ),
    })),
  };
}

const inOrder = (a: string, b: string) => a.localeCompare(b, 'en');
const beside = (...results: readonly BenchResult[]) =>
  resultsSideBySide(
    results.map((result, n) => ({ file: `${n}.json`, result })),
    inOrder,
  );

describe('results side by side', () => {
  it('have a row for each team of a track in the order of their names, whatever they reached', () => {
    const found = beside(aResult('zeta', { tracks: ['page', 'fairness'] }), aResult('Alpha'), aResult('beta'));

    expect(found).toMatchObject({
      ok: true,
      value: [
        { track: 'page', teams: [{ name: 'Alpha' }, { name: 'beta' }, { name: 'zeta' }], beside: [{ name: 'signs' }] },
        { track: 'fairness', teams: [{ name: 'zeta' }], beside: [{ name: 'signs' }] },
      ],
    });
  });

  it('take the readers from the result with the most markets, and keep what failed in the others', () => {
    const found = beside(
      aResult('a', { failed: [0, 1] }),
      aResult('b', { failed: [2] }),
      aResult('c', { failed: [0, 1, 2] }),
    );
    const [track] = found.ok ? found.value : [];

    expect(track?.beside[0]?.tables[0]?.markets).toBe(2);
    expect(track?.teams.map(({ tables }) => tables[0]?.markets)).toEqual([1, 2, undefined]);
    expect(track?.teams.map(({ runs }) => runs.filter(({ failed }) => failed).length)).toEqual([2, 1, 3]);
  });

  it.each([
    ['other markets', aResult('b', { markets: [0, 1] }), 'bench.table-other-markets', { market: MARKETS[2]?.id }],
    [
      'another threshold',
      { ...aResult('b'), threshold: 0.4 },
      'bench.table-other-threshold',
      { found: 0.4, asked: 0.5 },
    ],
    ['the same name', aResult('a'), 'bench.table-same-name', { name: 'a', first: '0.json' }],
  ])('are refused by name with %s', (_, other, code, params) => {
    expect(beside(aResult('a'), other)).toMatchObject({
      ok: false,
      issues: [{ code, params, position: { file: '1.json' } }],
    });
  });

  it('are refused where a reader beside them was changed', () => {
    const forged = structuredClone(aResult('b'));
    const figures = forged.tracks[0]?.rows[1]?.byMarket[1]?.figures ?? {};
    figures['auc'] = 0.1;

    expect(beside(aResult('a'), forged)).toMatchObject({
      ok: false,
      issues: [{ code: 'bench.table-other-figures', params: { reader: 'signs', first: '0.json' } }],
    });
  });
});
