import { matchPredictions } from '#bench/predictions/model/match-predictions.ts';
import { type MeasuredFigures, measuredFigures } from '#bench/predictions/model/measured-figures.ts';
import { predictionIssue } from '#bench/predictions/model/prediction-issue.ts';
import type { PredictionRow } from '#bench/predictions/model/schemas.ts';
import { groupsOf, signTally } from '#bench/predictions/model/score-predictions.ts';
import {
  type ActorWeights,
  type ScoredAds,
  type ScoredPair,
  toScoredAds,
} from '#bench/predictions/model/scored-ads.ts';
import { confusionOf } from '#bench/predictions/model/threshold-figures.ts';
import { required } from '#kernel/model/invariant.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { stream } from '#kernel/model/rng.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import type { ScoredMarket } from './bench-market.ts';
import { likelihoodRank } from './likelihood-rank.ts';
import { linksBetweenAccounts } from './links-between-accounts.ts';
import { type MarketGap, marketGaps } from './market-gaps.ts';
import type { BenchFlags } from './schemas.ts';
import { TRACK, type TrackName } from './tracks.ts';

/** What one reader reached in one market of a track. */
export interface MarketScore {
  readonly market: string;
  readonly profile: MarketProfileId;
  /** Undefined in a track that asks for clusters alone. */
  readonly flags: BenchFlags | undefined;
  readonly figures: MeasuredFigures;
  readonly gaps: readonly MarketGap[];
}

/**
 * Scores what one reader says of one market, as far as the track asks. The same rows give the same score. Returns the
 * issues if too many ads are without a row, or if the track asks for clusters and no row names one.
 */
export function scoreMarket(
  { id, profile, truth, accounts, likelihoods }: ScoredMarket,
  rows: readonly PredictionRow[],
  track: TrackName,
  threshold: number,
): Parsed<MarketScore> {
  // Up to a twentieth of the ads may lack a row. They count as not flagged: a tool gains nothing by leaving out hard ones.
  const { issues } = matchPredictions(truth, rows, 'leave-out');
  const { pairs } = matchPredictions(truth, rows, 'zero');
  const unanswered = pairs.flatMap(([{ ad }, row]) => (row ? [] : [ad]));
  const faults: Issue[] = issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => (issue.code === 'prediction.too-many-missing' ? tooManyMissing(issue, unanswered) : issue));
  const { clusters } = TRACK[track];
  if (clusters && !rows.some(({ cluster }) => cluster !== undefined)) faults.push(predictionIssue('bench.no-clusters'));
  if (faults.length > 0) return { ok: false, issues: faults };
  const ads = toScoredAds(pairs);
  const { hits, falseAlarms } = confusionOf(ads, threshold);
  const flags = clusters ? undefined : { all: hits + falseAlarms, false: falseAlarms };
  if (track === 'fairness') {
    const gaps = marketGaps(ads, pairs, threshold, id);
    return { ok: true, value: { market: id, profile, flags, figures: {}, gaps } };
  }
  const signs = signTally(ads, pairs);
  const rng = stream(id, 'groups of actors');
  const more = clusters ? linksIn(ads, pairs, accounts) : ranksIn(ads, pairs, likelihoods);
  const all = measuredFigures({ ads, pairs, signs, threshold, mostGroups: groupsOf(ads), rng, more });
  const asked: ReadonlySet<string> = new Set(TRACK[track].figures);
  const figures = Object.fromEntries(Object.entries(all).filter(([name]) => asked.has(name)));
  return { ok: true, value: { market: id, profile, flags, figures, gaps: [] } };
}

function linksIn(ads: ScoredAds, pairs: readonly ScoredPair[], accounts: ScoredMarket['accounts']) {
  return linksBetweenAccounts({
    ...ads,
    accountOf: (ad) => {
      const { ad: id } = (pairs[ad] as ScoredPair)[0];
      return required(accounts.get(id), `the account of ad ${id}`);
    },
    clusterOf: (ad) => pairs[ad]?.[1]?.cluster,
  });
}

function ranksIn(ads: ScoredAds, pairs: readonly ScoredPair[], likelihoods: ScoredMarket['likelihoods']) {
  const rank = likelihoodRank(
    ads,
    pairs.map(([{ ad }]) => required(likelihoods.get(ad), `the likelihood of ad ${ad}`)),
  );
  return (weights: ActorWeights) => ({ 'likelihood-rank': rank(weights) });
}

/** Ads without a row that an issue names. */
const MAX_NAMED = 3;

/** The bench has no option that would let more ads be left out: the cure is another one than for a single market. */
const tooManyMissing = ({ params }: Issue, unanswered: readonly string[]): Issue =>
  predictionIssue('bench.too-many-missing', { ...params, first: unanswered.slice(0, MAX_NAMED).join(', ') });
