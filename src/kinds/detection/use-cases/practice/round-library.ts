import type { Lexicon, MarketProfile, Planting, Weights } from '#market/ads/model/schemas.ts';
import type { WrittenGenres } from '#market/posts/model/genre-schemas.ts';
import type { MarketPosts } from '#market/posts/model/market-posts.ts';
import { type Catalogue, createCatalogue } from '#market/signs/model/catalogue.ts';
import type { Indicator, MarketProfileId } from '#market/signs/model/schemas.ts';

/** The data from which practice rounds are drawn and explained, as one file of the site. */
export interface RoundLibrary {
  readonly schema: 'round-library/3';
  readonly profiles: readonly MarketProfile[];
  readonly lexicon: Lexicon;
  /** The genres with the wordings of practice. */
  readonly genres: WrittenGenres;
  readonly planting: Planting;
  readonly weights: Weights;
  readonly indicators: readonly Indicator[];
}

/** Packs the authored content for the practice page. */
export function packRoundLibrary(library: {
  readonly profiles: ReadonlyMap<MarketProfileId, MarketProfile>;
  readonly lexicon: Lexicon;
  readonly posts: MarketPosts;
  readonly planting: Planting;
  readonly weights: Weights;
  readonly catalogue: Catalogue;
}): RoundLibrary {
  const { profiles, lexicon, posts, planting, weights, catalogue } = library;
  return {
    schema: 'round-library/3',
    profiles: [...profiles.values()],
    lexicon,
    genres: posts.source,
    planting,
    weights,
    indicators: [...catalogue.values()],
  };
}

export const catalogueOf = ({ indicators }: Pick<RoundLibrary, 'indicators'>): Catalogue => createCatalogue(indicators);
