import { siteOf } from '#market/ads/model/ad-at.ts';
import type { Market } from '#market/ads/model/market.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';

/** The ad that answers at an address of the case's web, whatever the query says of the way there; undefined where none does. */
export function adAtAddress(market: Market, address: string): string | undefined {
  const [page = '', query = ''] = address.split('?');
  const id = /(?:^|&)id=([^&#]*)/.exec(query)?.[1];
  return market.ads.find((ad) => ad.id === id && `https://${siteOf(market, ad).host}` === hostOf(page))?.id;
}

const hostOf = (page: string) => /^https:\/\/[^/]+/.exec(page)?.[0];

/** True where an address was typed that leads to the ad and is not its own, such as one that came from a search. */
export function isOtherAddress(market: Market, ad: string, asked: string | undefined): boolean {
  return asked !== undefined && asked !== adUrl(market, ad);
}
