import { describe, expect, it } from 'vitest';
import { meanOverMarkets } from '#bench/markets/model/mean-over-markets.ts';
import { type MeasuredFigures, measuredFigures } from '#bench/predictions/model/measured-figures.ts';
import type { FigureName, PredictionRow, TruthRow } from '#bench/predictions/model/schemas.ts';
import { signTally } from '#bench/predictions/model/score-predictions.ts';
import { toScoredAds } from '#bench/predictions/model/scored-ads.ts';
import { stream } from '#kernel/model/rng.ts';
import {
  drawnTruth,
  isPositive,
  type KnownTool,
  saidBy,
  trueFigures,
} from '../../../../support/bench/predictions/known-tools.ts';
import { inFull } from '../../../../support/in-full.ts';

const ROUNDS = inFull(300, 40);
const MIN_SHARE = 0.93;
/** Three standard errors of a share of about .95 among so many rounds. */
const ERROR = 3 * Math.sqrt((0.95 * 0.05) / ROUNDS);

/** Numbers of markets in one mean. */
const COUNTS = inFull([2, 3, 5, 10], [4]);

/** A tool that is better in some markets than in others: each of these, as chance has it. */
const TOOLS: readonly KnownTool[] = [1.5, 2, 2.5].map((distance) => ({ distance, shared: 0.5 }));
/** A tool that is as good in all markets, whose actors alone make its figures vary. */
const STEADY: readonly KnownTool[] = [{ distance: 2, shared: 0.5 }];

function figuresOf(truth: readonly TruthRow[], rows: readonly PredictionRow[], seed: string): MeasuredFigures {
  const pairs = truth.map((ad, n) => [ad, rows[n]] as const);
  const rng = stream(seed, 'groups');
  return measuredFigures({
    ads: toScoredAds(pairs),
    pairs,
    signs: signTally(toScoredAds(pairs), pairs),
    threshold: 0.5,
    mostGroups: inFull(100, 20),
    rng,
  });
}

/** Share of rounds in which the interval over `count` markets holds the mean of the true figures. */
function heldIn(count: number, tools: readonly KnownTool[]) {
  const truths = Array.from({ length: count }, (_, n) =>
    drawnTruth({ size: 600, prevalence: 'PRACTICE', seed: `bench-coverage-${n}` }),
  );
  const expected = new Map<FigureName, number>();
  for (const truth of truths)
    for (const tool of tools)
      for (const [name, value] of Object.entries(trueFigures(tool, truth.filter(isPositive).length, truth.length)))
        expected.set(
          name as FigureName,
          (expected.get(name as FigureName) ?? 0) + value / (truths.length * tools.length),
        );
  const rng = stream('bench coverage', String(count));
  const held = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const markets = truths.map((drawn, n) => {
      const tool = tools[rng.int(tools.length)] as KnownTool;
      const seed = `round ${round} market ${n}`;
      const { truth, rows } = saidBy(tool, drawn, seed);
      return figuresOf(truth, rows, seed);
    });
    for (const [name, value] of expected) {
      const mean = meanOverMarkets([markets.flatMap((figures) => figures[name] ?? [])]);
      const holds = mean !== undefined && mean.low <= value && value <= mean.high;
      held.set(name, (held.get(name) ?? 0) + Number(holds) / ROUNDS);
    }
  }
  return held;
}

describe('95 % intervals of means over markets', () => {
  it.each(
    COUNTS.flatMap((count) => [
      { count, tools: TOOLS, kind: 'differs between markets' },
      { count, tools: STEADY, kind: 'is as good in all' },
    ]),
  )('hold the true mean over $count markets of a tool that $kind', ({ count, tools }) => {
    for (const [name, share] of heldIn(count, tools))
      expect({ name, share, holds: share >= MIN_SHARE - ERROR }).toEqual({ name, share, holds: true });
  });

  it('would not, if markets were taken for all there is', () => {
    // The same tool with intervals by actors alone, as if its markets were one large market.
    const truth = drawnTruth({ size: 600, prevalence: 'PRACTICE', seed: 'bench-coverage-0' });
    const rng = stream('bench coverage', 'actors alone');
    const expected = TOOLS.reduce((sum, tool) => sum + trueFigures(tool, 1, 2).auc / TOOLS.length, 0);
    let held = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const values = Array.from({ length: 4 }, (_, n) => {
        const { truth: labelled, rows } = saidBy(TOOLS[rng.int(3)] as KnownTool, truth, `alone ${round} ${n}`);
        return figuresOf(labelled, rows, `${round} ${n}`).auc ?? expect.fail('no area');
      });
      const mean = values.reduce((sum, { value }) => sum + value / 4, 0);
      const error = Math.sqrt(values.reduce((sum, { variance = 0 }) => sum + variance / 16, 0));
      held += Number(Math.abs(mean - expected) < 2 * error) / ROUNDS;
    }
    expect(held).toBeLessThan(0.87);
  });
});
