import type { Market } from '#market/ads/model/market.ts';
import { signsOnPages } from '#market/ads/model/signs-on-pages.ts';
import { type IndicatorChoice, indicatorChoices } from '#market/signs/model/indicator-choice.ts';
import { catalogueOf, type RoundLibrary } from './round-library.ts';

/** The signs of a round: all by name, and those that a page of its market can show as choices. */
export function roundChoices(
  library: Pick<RoundLibrary, 'profiles' | 'indicators'>,
  { profile, sites }: Pick<Market, 'profile' | 'sites'>,
): IndicatorChoice[] {
  const family = library.profiles.find(({ id }) => id === profile)?.family;
  return indicatorChoices(catalogueOf(library), family === undefined ? new Set() : signsOnPages(family, sites));
}
