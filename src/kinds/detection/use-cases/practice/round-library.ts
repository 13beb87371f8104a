import type { Lexicon, MarketProfile, Planting, Weights } from '#market/ads/model/schemas.ts';
import { type Catalogue, createCatalogue } from '#market/signs/model/catalogue.ts';
import type { Indicator, MarketProfileId } from '#market/signs/model/schemas.ts';
import type { Language, LanguageSource } from '#market/text/model/language.ts';

/** The data from which practice rounds are drawn and explained, as one file of the site. */
export interface RoundLibrary {
  readonly schema: 'round-library/2';
  readonly profiles: readonly MarketProfile[];
  readonly lexicon: Lexicon;
  /** The language of practice. */
  readonly language: LanguageSource;
  readonly planting: Planting;
  readonly weights: Weights;
  readonly indicators: readonly Indicator[];
}

/** Packs the authored content for the practice page. */
export function packRoundLibrary(library: {
  readonly profiles: ReadonlyMap<MarketProfileId, MarketProfile>;
  readonly lexicon: Lexicon;
  readonly language: Language;
  readonly planting: Planting;
  readonly weights: Weights;
  readonly catalogue: Catalogue;
}): RoundLibrary {
  const { profiles, lexicon, language, planting, weights, catalogue } = library;
  return {
    schema: 'round-library/2',
    profiles: [...profiles.values()],
    lexicon,
    language: language.source,
    planting,
    weights,
    indicators: [...catalogue.values()],
  };
}

export const catalogueOf = ({ indicators }: Pick<RoundLibrary, 'indicators'>): Catalogue => createCatalogue(indicators);
