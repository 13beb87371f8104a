import { keyedFunction, keyFor } from '#kernel/model/keyed-function.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import type { MarketOrder } from './drawn-market.ts';
import { PRESETS, smallestMarket } from './plan-actors.ts';

/** What of an order decides how many of its ads are controlled. */
export interface AnnouncedOrder extends Pick<MarketOrder, 'prevalence' | 'seed' | 'size' | 'share'> {
  readonly profile: Pick<MarketProfile, 'prevalence'>;
}

/**
 * The announced share of controlled ads, in whole per cent. At FIELD any whole number between the two of the profile is
 * equally likely. In a small market the least is the first share at which a network of two has room.
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
