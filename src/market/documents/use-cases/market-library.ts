import type { Instant } from '#kernel/model/instant.ts';
import type { Lexicon, MarketProfile, Planting, PrevalenceName } from '#market/ads/model/schemas.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { PRESETS, type PresetName } from '#market/generator/model/plan-actors.ts';
import type { WrittenGenres } from '#market/posts/model/genre-schemas.ts';
import { type MarketPosts, marketPosts } from '#market/posts/model/market-posts.ts';
import type { Indicator, MarketProfileId } from '#market/signs/model/schemas.ts';

/** A reader's choice of a practice market; together with the generator version it determines every byte. */
export interface MarketChoice {
  readonly profile: MarketProfileId;
  /** Number of ads; the number of a preset selects the preset. */
  readonly size: number;
  readonly prevalence: PrevalenceName;
  readonly seed: string;
}

/**
 * Everything that a page needs to draw practice markets itself. Contains no answers; every market drawn from it is
 * public.
 */
export interface MarketLibrary {
  readonly schema: 'market-library/3';
  readonly profiles: Readonly<Partial<Record<MarketProfileId, MarketProfile>>>;
  readonly lexicon: Lexicon;
  /** The genres with the wordings of practice; those of assessed markets are never here. */
  readonly genres: WrittenGenres;
  readonly planting: Planting;
  /** The indicator fields that drawing a market needs. */
  readonly indicators: readonly Pick<Indicator, 'id' | 'kind' | 'likelihood'>[];
}

/** The date up to which a practice market runs. */
const UNTIL: Instant = '2031-03-12T09:00:00Z';

/** Packs the words and rules of all profiles into one file for the page. */
export function packMarketLibrary(library: {
  readonly profiles: ReadonlyMap<MarketProfileId, MarketProfile>;
  readonly lexicon: Lexicon;
  readonly posts: MarketPosts;
  readonly planting: Planting;
  readonly catalogue: ReadonlyMap<string, Indicator>;
}): MarketLibrary {
  return {
    schema: 'market-library/3',
    profiles: Object.fromEntries(library.profiles),
    lexicon: library.lexicon,
    genres: library.posts.source,
    planting: library.planting,
    indicators: [...library.catalogue.values()].map(({ id, kind, likelihood }) => ({
      id,
      kind,
      ...(likelihood && { likelihood }),
    })),
  };
}

/** The order of the chosen market; undefined where the library lacks its profile. */
export function marketOrder(library: MarketLibrary, choice: MarketChoice): MarketOrder | undefined {
  const profile = library.profiles[choice.profile];
  if (!profile) return undefined;
  const { lexicon, planting, indicators } = library;
  return {
    profile,
    lexicon,
    posts: marketPosts(library.genres, 'practice'),
    planting,
    // Drawing reads only the indicator fields that the library contains.
    catalogue: new Map(indicators.map((indicator) => [indicator.id, indicator as Indicator])),
    // Weights occur only in the truth, which no page draws.
    weights: { generatorVersion: 1, seeds: 1, weights: {} },
    size: presetOf(choice.size) ?? choice.size,
    prevalence: choice.prevalence,
    seed: choice.seed,
    until: UNTIL,
  };
}

const presetOf = (size: number) => (Object.keys(PRESETS) as PresetName[]).find((name) => PRESETS[name].ads === size);
