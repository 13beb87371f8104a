import { findAd } from '#market/ads/model/ad-at.ts';
import type { Market } from '#market/ads/model/market.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import type { RequestsResponse } from './play.ts';

/** Ads of the market that drafts and sent letters name by their number or their address, in the order of the letters. */
export function adsInLetters(
  { drafts, letters }: Pick<RequestsResponse, 'drafts' | 'letters'>,
  market: Market,
): string[] {
  const all = [...letters.map(({ letter }) => letter), ...Object.values(drafts)];
  const urls = new Set(all.flatMap((letter) => letter.urls));
  const addressed = urls.size > 0 ? market.ads.filter(({ id }) => urls.has(adUrl(market, id))) : [];
  const named = all.flatMap(({ ads }) => ads).filter((id) => findAd(market, id) !== undefined);
  return [...new Set([...named, ...addressed.map(({ id }) => id)])];
}
