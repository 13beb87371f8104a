import { keyedFunction, keyFor } from '#kernel/model/keyed-function.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import type { MarketOrder } from './drawn-market.ts';
import { PRESETS, smallestMarket } from './plan-actors.ts';

/** What of an order decides how many of its ads are controlled. */
export interface AnnouncedOrder extends Pick<MarketOrder, 'prevalence' | 'seed' | 'size' | 'share'> {
  readonly profile: Pick<MarketProfile, 'prevalence'>;
}

/**
 * The announced share of controlled ads, in whole per cent. At FIELD nobody knows how many there are until the market says
 * so: any whole number between two is equally likely, as far as a network of two has room in a small market.
 */
export function announcedShare({ profile, prevalence, seed, size, share }: AnnouncedOrder): number {
  const named = profile.prevalence[prevalence];
  if (typeof named === 'number') return named;
  if (share !== undefined) return share;
  const ads = typeof size === 'number' ? size : PRESETS[size].ads;
  const [from, most] = named;
  let least = from;
  while (least < most && smallestMarket(least) > ads) least += 1;
  return least + (keyedFunction(keyFor(seed, 'announced share'))(0, 0, 0) % (most - least + 1));
}
