import type { Instant } from '#core/kernel/instant.ts';
import { required } from '#core/kernel/invariant.ts';
import type { Ad, AdVersion, Market, PublicSite } from './market.ts';

/** Wherever ads lie: in a document, or in columns from which each is written when somebody looks. */
export type AdSource =
  | Pick<Market, 'ads' | 'marketId'>
  | { readonly marketId: string; readonly ad: (index: number) => Ad };

/** The ad at a place of the market's list. Everyone reads ads through this, so that nobody needs to know how they are kept. */
export function adAt(market: AdSource, index: number): Ad {
  if ('ad' in market) return market.ad(index);
  return required(market.ads[index], `ad number ${index} of market ${market.marketId}`);
}

/** The ad with that id, or undefined. */
export function findAd(market: Market, id: string): Ad | undefined {
  return market.ads.find((ad) => ad.id === id);
}

/** The site that an ad stands on; the first one of the market for an address that leads nowhere. */
export function siteOf(market: Pick<Market, 'sites' | 'marketId'>, ad: Ad | undefined): PublicSite {
  const site = market.sites.find(({ id }) => id === ad?.site) ?? market.sites[0];
  return required(site, `a site of market ${market.marketId}`);
}

/** The version that stands on the site at that moment; undefined before it was posted, and for a withheld ad. */
export function versionAt(ad: Ad, instant: Instant): AdVersion | undefined {
  return ad.versions.findLast((version) => version.from <= instant);
}
