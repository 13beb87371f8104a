import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { Instant } from '#core/kernel/instant.ts';
import type { Market } from '#core/market/market.ts';
import { readServedAd, type SeenAd } from '#core/market/read-served-ad.ts';
import { type Served, serveAd } from '#core/market/serve-ad.ts';
import type { WorldState } from '#core/market/world-state.ts';

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
