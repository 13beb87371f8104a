import type { Parsed } from '#kernel/model/issue.ts';
import { stream } from '#kernel/model/rng.ts';
import { biasFigures, personasOf, tallyBias } from './bias-gap.ts';
import { calibration } from './calibration.ts';
import { type MissingAds, matchPredictions, type Pairing } from './match-predictions.ts';
import { type MeasuredFigures, measuredFigures } from './measured-figures.ts';
import type { PredictionReport, PredictionRow, TruthRow } from './schemas.ts';
import { actorsByKind, type ScoredAds, type ScoredPair, toScoredAds } from './scored-ads.ts';
import { signFigures, tallySigns } from './sign-figures.ts';
import { confusionOf } from './threshold-figures.ts';

export interface PredictionScoring {
  readonly marketId: string;
  /** Minimum probability that counts as a flag; 0.5 by default. */
  readonly threshold?: number;
  /** Treatment of ads without a row; `leave-out` by default. */
  readonly missing?: MissingAds;
  /** Seed of what is drawn: labels dealt out by chance, and groups of actors in a large market. */
  readonly seed?: string;
}

type Notes = PredictionReport['notes'];
type Counts = PredictionReport['counts'];

/** How often labels are dealt out by chance; in a large market less often, so that scoring does not take too long. */
const MAX_DEALS = 999;
const MIN_DEALS = 99;
const MAX_DEALT_ADS = 20_000_000;

/** Groups of actors of one kind that are left out in turn; in a large market fewer. */
const MAX_GROUPS = 100;
const MIN_GROUPS = 50;
const MAX_MEASURED_ADS = 20_000_000;

/** Stream that deals actors to these groups. */
const GROUPS = 'groups of actors';

/** Minimum actors of a kind: with fewer, they say little about the variation between markets. */
const MIN_ACTORS = 10;

/**
 * Scores a tool's predictions for the ads of a market: an ad is positive if its truth is controlled or deceptive.
 * Withheld ads are left out. Intervals respect actors: rates have `actorRate`, all other figures `jackknife` with
 * `spreadInterval`. If an issue prevents scoring, all issues are returned; otherwise warnings become notes of the
 * report. The same input gives the same report.
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
  const personas = personasOf(ads, pairs);
  const attributes = attributesOf(pairs);
  const deals = withinLimits(MAX_DEALT_ADS, ads, [MIN_DEALS, MAX_DEALS]);
  const bias = attributes.flatMap((name) => {
    const tally = tallyBias(name, ads, personas, (n) => pairs[n]?.[0].groups?.[name], threshold);
    return biasFigures(tally, { count: deals, rng: stream(seed, `labels ${name}`) }) ?? [];
  });
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
    schema: 'prediction-report/2',
    synthetic: true,
    marketId,
    threshold,
    counts,
    confusion,
    figures: figuresOf(
      measuredFigures({ ads, pairs, signs, threshold, mostGroups: groupsOf(ads), rng: stream(seed, GROUPS) }),
    ),
    calibration: calibration(ads),
    bias,
    ...(signs ? { signs: signFigures(signs) } : {}),
    chance: { deals, seed },
    notes: [
      ...pairing.issues.map(({ code, params }) => ({ code, params })),
      ...notesOn(counts, attributes.length, deals),
    ],
  };
}

/** The figures without what only a mean over markets needs. */
function figuresOf(found: MeasuredFigures): PredictionReport['figures'] {
  return Object.fromEntries(
    Object.entries(found).map(([name, { value, low, high, n }]) => [name, { value, low, high, n }]),
  );
}

/** Undefined if the tool names no signs at all. */
export function signTally(ads: ScoredAds, pairs: readonly ScoredPair[]) {
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

/** Groups of actors of one kind that are left out in turn. */
export const groupsOf = (ads: ScoredAds) => withinLimits(MAX_MEASURED_ADS / 2, ads, [MIN_GROUPS, MAX_GROUPS]);

/** As many times as the budget of ads allows, between the two limits. */
const withinLimits = (budget: number, { count }: ScoredAds, [least, most]: readonly [number, number]) =>
  Math.min(most, Math.max(least, Math.floor(budget / Math.max(1, count))));

/** Notes that a reader of the figures needs about this market. */
function notesOn({ scored, controlled, controlledActors, otherActors }: Counts, attributes: number, deals: number) {
  const notes: Notes = [];
  if (controlled === 0 || controlled === scored) notes.push({ code: 'prediction.one-kind-only', params: {} });
  else if (Math.min(controlledActors, otherActors) < MIN_ACTORS)
    notes.push({ code: 'prediction.few-actors', params: { controlledActors, otherActors } });
  if (attributes === 0) notes.push({ code: 'prediction.no-groups', params: {} });
  else if (deals < MAX_DEALS) notes.push({ code: 'prediction.fewer-deals', params: { deals, usual: MAX_DEALS } });
  return notes;
}
