import type { Library } from '#app/library/load-library.ts';
import type { Bench } from '#core/bench/schemas.ts';
import type { MarketProfileId } from '#core/indicators/schemas.ts';
import { required } from '#core/kernel/invariant.ts';
import type { MarketOrder } from '#core/market-generator/drawn-market.ts';

/** What tells one market of a bench from another; only a hidden one has a secret. */
export interface BenchSeed {
  readonly profile: MarketProfileId;
  readonly seed: string;
  readonly secret?: string;
}

/** The order of a market of the bench. A hidden market is written in the language that practice markets do not use. */
export function benchOrder(
  { profiles, lexicon, language, assessmentLanguage, catalogue, planting, weights }: Library,
  { size, prevalence, until }: Pick<Bench, 'size' | 'prevalence' | 'until'>,
  { profile, seed, secret }: BenchSeed,
): MarketOrder {
  return {
    profile: required(profiles.get(profile), `profile ${profile}`),
    lexicon,
    language: secret === undefined ? language : assessmentLanguage,
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
