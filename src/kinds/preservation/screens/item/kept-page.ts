import type { SeenAd } from '#core/market/read-served-ad.ts';
import type { Served } from '#core/market/serve-ad.ts';

/** A page as the site sent it, and what it says. */
export interface KeptPage {
  readonly served: Served;
  readonly seen: SeenAd;
}
