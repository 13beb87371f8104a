import { type BenchMarket, benchMarket, type ScoredMarket } from '#bench/markets/model/bench-market.ts';
import { scoreMarket } from '#bench/markets/model/score-bench.ts';
import type { TrackName } from '#bench/markets/model/tracks.ts';
import type { PredictionRow } from '#bench/predictions/model/schemas.ts';
import type { Reach } from '#market/generator/model/ideal-reader.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { anOrder, seeds } from '../builders/a-market.ts';
import { LIBRARY } from '../builders/the-library.ts';

/** Markets of one profile that are small enough for a test. */
export function someMarkets(profile: MarketProfileId, family: string, count: number, reach: Reach): BenchMarket[] {
  const found = LIBRARY.profiles.get(profile);
  if (!found) throw new Error(`There is no profile ${profile}.`);
  return seeds(family, count).map((seed) => benchMarket(anOrder({ profile: found, size: 'practice', seed }), reach));
}

/** A market; where the truth alone is known each ad has an account of its own, and all evidence is alike. */
type AnyMarket = Omit<ScoredMarket, 'accounts' | 'likelihoods'> & Partial<ScoredMarket>;

/** The score of a market that can be scored. */
export function scoreOf(market: AnyMarket, rows: readonly PredictionRow[], track: TrackName) {
  const accounts = new Map(market.truth.map(({ ad }) => [ad, ad]));
  const likelihoods = new Map(market.truth.map(({ ad }) => [ad, 0.5]));
  const scored = scoreMarket({ accounts, likelihoods, ...market }, rows, track, 0.5);
  if (!scored.ok) throw new Error(`Not scored: ${JSON.stringify(scored.issues)}`);
  return scored.value;
}
