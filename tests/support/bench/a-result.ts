import { readerRow } from '#bench/markets/model/reader-row.ts';
import type { Rules } from '#bench/markets/model/rules.ts';
import type { BenchResult } from '#bench/markets/model/schemas.ts';
import type { TrackName } from '#bench/markets/model/tracks.ts';
import { scoreOf } from './any-bench.ts';
import { drawnTruth, saidBy } from './predictions/known-tools.ts';

/** A market that a tool and a reader beside it have judged, the same in each call. */
const marketAt = (n: number) => ({
  id: `a${n}`.padStart(16, '0'),
  profile: 'JOB' as const,
  ...saidBy({ distance: 2, shared: 0.5 }, drawnTruth({ size: 'practice', seed: `side ${n}` }), `side ${n}`),
});
/** Three markets of offers of work. */
export const MARKETS = [0, 1, 2].map(marketAt);

interface Given {
  readonly markets?: readonly number[];
  /** Markets in which the tool has failed. */
  readonly failed?: readonly number[];
  /** Markets in which the tool flags nobody. */
  readonly silent?: readonly number[];
  readonly tracks?: readonly TrackName[];
  readonly rules?: Rules;
}

/** What a team and a reader beside it reached in these markets. */
export function aResult(
  name: string,
  { markets = [0, 1, 2], failed = [], silent = [], tracks = ['page'], rules = 'closed' }: Given = {},
): BenchResult {
  const asked = MARKETS.filter((_, n) => markets.includes(n));
  const scored = MARKETS.filter((_, n) => markets.includes(n) && !failed.includes(n));
  return {
    schema: 'bench-result/2',
    synthetic: true,
    notice: 'SYNTHETIC',
    bench: { name: 'a-bench', version: 1, generatorVersion: 7 },
    split: 'test',
    rules,
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
          scored.map((market) => {
            const isSilent = reader === 'tool' && silent.includes(MARKETS.indexOf(market));
            const rows = isSilent ? market.rows.map((row) => ({ ...row, probability: 0.1 })) : market.rows;
            return scoreOf(market, rows, track);
          }),
        ),
      ),
    })),
  };
}
