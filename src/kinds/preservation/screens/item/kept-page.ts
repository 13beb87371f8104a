import type { SeenAd } from '#market/ads/model/read-served-ad.ts';
import type { Served } from '#market/ads/model/serve-ad.ts';

/** A page as the site sent it, and what it says. */
export interface KeptPage {
  readonly served: Served;
  readonly seen: SeenAd;
}
