import type { Parsed } from '#core/kernel/issue.ts';
import { stream } from '#core/kernel/rng.ts';
import { biasFigures, tallyBias } from './bias-gap.ts';
import { bootstrapIntervals } from './bootstrap-intervals.ts';
import { calibration } from './calibration.ts';
import { type MissingAds, matchPredictions, type Pairing } from './match-predictions.ts';
import { biasName, measurePairs } from './measure-pairs.ts';
import {
  FIGURES,
  type FigureName,
  type PredictionFigure,
  type PredictionReport,
  type PredictionRow,
  type TruthRow,
} from './schemas.ts';
import { actorsByKind, onceEach, type ScoredAds, type ScoredPair, toScoredAds } from './scored-ads.ts';
import { signFigures, signRateFigures, tallySigns } from './sign-figures.ts';
import { confusionOf, thresholdFigures } from './threshold-figures.ts';

export interface PredictionScoring {
  readonly marketId: string;
  /** Minimum probability that counts as a flag; 0.5 by default. */
  readonly threshold?: number;
  /** Treatment of ads without a row; `leave-out` by default. */
  readonly missing?: MissingAds;
  /** Seed of the resampling. */
  readonly seed?: string;
}

type Notes = PredictionReport['notes'];
type Counts = PredictionReport['counts'];

const MAX_RESAMPLES = 400;
const MIN_RESAMPLES = 100;
/** Maximum product of ads and resamples: above it, scoring would take too long. */
const MAX_DRAWN_ADS = 20_000_000;

/** Minimum actors of a kind: with fewer, resampling says little about the variation between markets. */
const MIN_ACTORS = 10;

/**
 * Scores a tool's predictions for the ads of a market: an ad is positive if its truth is controlled or deceptive.
 * Withheld ads are left out. Rates have Wilson's interval; all other figures have a bootstrap interval over actors. If
 * an issue prevents scoring, all issues are returned; otherwise warnings become notes of the report. The same input
 * gives the same report.
 */
export function scorePredictions(
  truth: readonly TruthRow[],
  rows: readonly PredictionRow[],
  scoring: PredictionScoring,
): Parsed<PredictionReport> {
  const pairing = matchPredictions(truth, rows, scoring.missing ?? 'leave-out');
  return pairing.issues.some(({ severity }) => severity === 'error')
    ? { ok: false, issues: pairing.issues }
    : { ok: true, value: toReport(truth.length, pairing, scoring) };
}

function toReport(adsOfMarket: number, pairing: Pairing, scoring: PredictionScoring): PredictionReport {
  const { marketId, threshold = 0.5, seed = 'score-predictions' } = scoring;
  const { pairs } = pairing;
  const ads = toScoredAds(pairs);
  const actors = actorsByKind(ads);
  const confusion = confusionOf(ads, threshold);
  const signs = signTally(ads, pairs);
  const bias = attributesOf(pairs).map((name) => tallyBias(name, ads, (n) => pairs[n]?.[0].groups?.[name], threshold));

  const measure = measurePairs(ads, pairs, bias, signs);
  const resamples = resamplesFor(ads);
  const strata = [actors.positive, actors.others];
  const intervals = bootstrapIntervals({ strata, resamples, rng: stream(seed, 'bootstrap') }, measure);
  const rates = { ...thresholdFigures(confusion), ...(signs ? signRateFigures(signs) : {}) };
  const counts: Counts = {
    ads: adsOfMarket,
    withheld: pairing.withheld,
    scored: ads.count,
    missing: pairing.missing,
    unknown: pairing.unknown,
    controlled: confusion.hits + confusion.misses,
    controlledActors: actors.positive.length,
    otherActors: actors.others.length,
  };
  return {
    schema: 'prediction-report/1',
    synthetic: true,
    marketId,
    threshold,
    counts,
    confusion,
    figures: figuresOf(rates, measure(onceEach(ads)), intervals, ads.count),
    calibration: calibration(ads),
    bias: bias.flatMap((tally) => biasFigures(tally, ads, intervals.get(biasName(tally))) ?? []),
    ...(signs ? { signs: signFigures(signs) } : {}),
    bootstrap: { resamples, seed },
    notes: [
      ...pairing.issues.map(({ code, params }) => ({ code, params })),
      ...notesOn(counts, bias.length, resamples),
    ],
  };
}

/** Figures in the order of `FIGURES`: rates as they are, and measured figures with their interval. */
function figuresOf(
  rates: Partial<Record<FigureName, PredictionFigure | undefined>>,
  values: Readonly<Record<string, number | undefined>>,
  intervals: ReadonlyMap<string, readonly [low: number, high: number]>,
  n: number,
): PredictionReport['figures'] {
  const figures: PredictionReport['figures'] = {};
  for (const name of FIGURES) {
    const value = values[name];
    const [low, high] = intervals.get(name) ?? [];
    const measured =
      value !== undefined && low !== undefined && high !== undefined ? { value, low, high, n } : undefined;
    const figure = rates[name] ?? measured;
    if (figure) figures[name] = figure;
  }
  return figures;
}

/** Undefined if the tool names no signs at all. */
function signTally(ads: ScoredAds, pairs: readonly ScoredPair[]) {
  if (!pairs.some(([, row]) => row?.indicators)) return undefined;
  return tallySigns(
    ads,
    (n) => pairs[n]?.[0].labels ?? [],
    (n) => pairs[n]?.[1]?.indicators ?? [],
  );
}

/** Attributes by which the truth groups ads, by name. */
function attributesOf(pairs: readonly ScoredPair[]): string[] {
  const names = new Set<string>();
  for (const [{ groups }] of pairs) for (const name in groups) names.add(name);
  return [...names].sort();
}

const resamplesFor = ({ count }: ScoredAds) =>
  Math.min(MAX_RESAMPLES, Math.max(MIN_RESAMPLES, Math.floor(MAX_DRAWN_ADS / Math.max(1, count))));

/** Notes that a reader of the figures needs about this market. */
function notesOn({ scored, controlled, controlledActors, otherActors }: Counts, attributes: number, resamples: number) {
  const notes: Notes = [];
  if (controlled === 0 || controlled === scored) notes.push({ code: 'prediction.one-kind-only', params: {} });
  else if (Math.min(controlledActors, otherActors) < MIN_ACTORS)
    notes.push({ code: 'prediction.few-actors', params: { controlledActors, otherActors } });
  if (attributes === 0) notes.push({ code: 'prediction.no-groups', params: {} });
  if (resamples < MAX_RESAMPLES)
    notes.push({ code: 'prediction.fewer-resamples', params: { resamples, usual: MAX_RESAMPLES } });
  return notes;
}
