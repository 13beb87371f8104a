import type { Bench } from '#bench/markets/model/schemas.ts';
import { required } from '#kernel/model/invariant.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';

/** What tells one market of a bench from another; only a hidden one has a secret. */
export interface BenchSeed {
  readonly profile: MarketProfileId;
  readonly seed: string;
  readonly secret?: string;
}

/** The order of a market of the bench. A hidden market is written in the wordings that practice markets do not use. */
export function benchOrder(
  { profiles, lexicon, posts, assessmentPosts, catalogue, planting, weights }: Library,
  { size, prevalence, until }: Pick<Bench, 'size' | 'prevalence' | 'until'>,
  { profile, seed, secret }: BenchSeed,
): MarketOrder {
  return {
    profile: required(profiles.get(profile), `profile ${profile}`),
    lexicon,
    posts: secret === undefined ? posts : assessmentPosts,
    catalogue,
    planting,
    weights,
    size,
    prevalence,
    seed,
    until,
    ...(secret !== undefined && { secret }),
  };
}
