import type { Instant } from '#core/kernel/instant.ts';
import { required } from '#core/kernel/invariant.ts';
import type { Ad, AdVersion, Market } from './market.ts';

/** The ad at a place of the market's list. Everyone reads ads through this, so that they may be stored otherwise one day. */
export function adAt(market: Market, index: number): Ad {
  return required(market.ads[index], `ad number ${index} of market ${market.marketId}`);
}

/** The ad with that id, or undefined. */
export function findAd(market: Market, id: string): Ad | undefined {
  return market.ads.find((ad) => ad.id === id);
}

/** The version that stands on the site at that moment; undefined before it was posted, and for a withheld ad. */
export function versionAt(ad: Ad, instant: Instant): AdVersion | undefined {
  return ad.versions.findLast((version) => version.from <= instant);
}
