import type { Instant } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import { standingVersion, type WorldState } from '#market/ads/model/world-state.ts';
import type { ContextKind } from './care-actions.ts';

/**
 * The bytes of one context of an ad at a moment of the case, as lines of text under the mark: the account, its other
 * ads, the times at which the ad was changed, or the answer to a visitor without an account. Pure, like `serveAd`.
 * Undefined for a withheld ad: only its address may be noted.
 */
export function serveContext(
  market: Market,
  id: string,
  of: ContextKind,
  instant: Instant,
  world: WorldState = [],
): Uint8Array | undefined {
  const ad = required(findAd(market, id), `ad ${id} of market ${market.marketId}`);
  if (ad.withheld) return undefined;
  const { url } = serveAd(market, id, instant, world);
  const head = [market.words.mark, /^https:\/\/([^/]+)/.exec(url)?.[1] ?? '', url, instant];
  return utf8([...head, ...LINES[of](market, ad, instant, world), ''].join('\n'));
}

type Lines = (market: Market, ad: Ad, instant: Instant, world: WorldState) => string[];

const LINES: Readonly<Record<ContextKind, Lines>> = {
  account: (_, ad) => [ad.account],
  'other-ads': (market, ad, instant, world) =>
    market.ads
      .filter((other) => other.account === ad.account && other.id !== ad.id && !other.withheld)
      .filter((other) => serveAd(market, other.id, instant, world).status === 200)
      .map((other) => `${adUrl(market, other.id)} ${other.title}`),
  versions: (market, ad, instant, world) => {
    const standing = standingVersion(market, ad, instant, world);
    const past = ad.versions.filter(({ from }) => from <= instant).map(({ from }) => from);
    return standing === 'removed' || standing === undefined ? past : [...new Set([...past, standing.from])].sort();
  },
  'without-login': (market, ad, instant, world) => {
    const { status, headers } = serveAd(market, ad.id, instant, world);
    return [String(status), ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  },
};
