import fc from 'fast-check';
import type { PredictionReport, PredictionRow, TruthRow } from '#bench/predictions/model/schemas.ts';
import { scorePredictions } from '#bench/predictions/model/score-predictions.ts';
import { type ScoredAds, toScoredAds } from '#bench/predictions/model/scored-ads.ts';

/** The truth about one ad that is not controlled by default. */
export function aTruth(ad: string, more: Partial<TruthRow> = {}): TruthRow {
  return { ad, actor: `actor of ${ad}`, control: 'none', labels: [], possibleMinor: false, ...more };
}

/** An ad of a made-up market, and what a tool says of it. */
export interface Told {
  readonly actor: number;
  readonly positive: boolean;
  readonly probability: number;
  readonly cluster?: string;
}

/** Columns of such ads. */
export function columns(told: readonly Told[]): ScoredAds {
  return toScoredAds(
    told.map(({ actor, positive, probability }, n) => [
      aTruth(`${n}`, { actor: `actor-${actor}`, control: positive ? 'controlled' : 'none' }),
      { ad: `${n}`, probability },
    ]),
  );
}

/** Markets of a few ads, so that a quadratic formula is quick, with many equal probabilities. */
export const anyAds = fc.array(
  fc.record({
    actor: fc.nat(8),
    positive: fc.boolean(),
    probability: fc.oneof(
      fc.integer({ min: 0, max: 4 }).map((n) => n / 4),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    cluster: fc.constantFrom('a', 'b', 'c', 'd'),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Numbers that actors may count for; the first actors get them. */
export const anyWeights = fc.array(fc.nat(3), { minLength: 9, maxLength: 9 });

/** Each ad as often as its actor counts: the long way to weights. Copies of an actor are actors of their own. */
export function copied<Ad extends Told>(told: readonly Ad[], weightOf: (ad: Ad) => number): (Ad & { copy: number })[] {
  return told.flatMap((ad) => Array.from({ length: weightOf(ad) }, (_, copy) => ({ ...ad, copy })));
}

/** Weights by the number that an actor gets in columns: the order in which they first come. */
export function inOrder(told: readonly Told[], weights: readonly number[]): number[] {
  return [...new Set(told.map(({ actor }) => actor))].map((actor) => weights[actor] ?? 0);
}

export const MARKET = { marketId: '0123456789abcdef' };

/** The report of a market that can be scored. */
export function reportOf(
  truth: readonly TruthRow[],
  rows: readonly PredictionRow[],
  options: Partial<Parameters<typeof scorePredictions>[2]> = {},
): PredictionReport {
  const scored = scorePredictions(truth, rows, { ...MARKET, ...options });
  if (!scored.ok) throw new Error(`Not scored: ${JSON.stringify(scored.issues)}`);
  return scored.value;
}
