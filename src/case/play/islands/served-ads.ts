import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { Market } from '#market/ads/model/market.ts';
import { readServedAd, type SeenAd } from '#market/ads/model/read-served-ad.ts';
import { type Served, serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';

/** What the site sends for an ad at a moment of the case, and what can be read in it. */
export function seeAd(market: Market, world: WorldState, at: Instant, ad: string): { served: Served; seen: SeenAd } {
  const served = serveAd(market, ad, at, world);
  return { served, seen: readServedAd(served) };
}

/**
 * When an exercise was entered: `clock` until something is done in it. A market that is read for hours stays as it was found;
 * the key is about these pages.
 */
export const enteredAt = (log: Pick<AttemptLog, 'events'> | undefined, state: string, clock: Instant): Instant =>
  log?.events.find((event) => event.state === state)?.at ?? clock;
