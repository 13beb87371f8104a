import type { Instant } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import type { Ad, AdVersion, Market, PublicSite } from './market.ts';

/** Source of ads: a document, or columns from which each ad is written on demand. */
export type AdSource =
  | Pick<Market, 'ads' | 'marketId'>
  | { readonly marketId: string; readonly ad: (index: number) => Ad };

/**
 * The ad at an index of the market's list. All code reads ads through this, and so does not depend on how they are
 * stored.
 */
export function adAt(market: AdSource, index: number): Ad {
  if ('ad' in market) return market.ad(index);
  return required(market.ads[index], `ad number ${index} of market ${market.marketId}`);
}

/** The ad with that id, or undefined. */
export function findAd(market: Market, id: string): Ad | undefined {
  return market.ads.find((ad) => ad.id === id);
}

/** The site of an ad; the first site of the market if the ad is undefined or its site is unknown. */
export function siteOf(market: Pick<Market, 'sites' | 'marketId'>, ad: Ad | undefined): PublicSite {
  const site = market.sites.find(({ id }) => id === ad?.site) ?? market.sites[0];
  return required(site, `a site of market ${market.marketId}`);
}

/** The version on the site at that moment; undefined before the ad was posted, and for a withheld ad. */
export function versionAt(ad: Ad, instant: Instant): AdVersion | undefined {
  return ad.versions.findLast((version) => version.from <= instant);
}
