import type { Market } from '#core/market/market.ts';
import { serveAd } from '#core/market/serve-ad.ts';
import type { DoneAct, PreservationResponse } from '#core/preservation/play.ts';
import type { AttemptState } from './replay-attempt.ts';

type Look = Extract<DoneAct, { type: 'look.captured' }>;

/** Pictures of pages that the site still sent, over all preservation exercises of an attempt, the earliest first. */
export function picturedPages(attempt: Pick<AttemptState, 'responses' | 'world'>, market: Market): Look[] {
  return Object.values(attempt.responses)
    .flatMap((response) => (response as Partial<PreservationResponse>).acts ?? [])
    .filter((act): act is Look => act.type === 'look.captured')
    .filter(({ ad, at }) => serveAd(market, ad, at, attempt.world).status === 200)
    .sort((a, b) => a.seq - b.seq);
}
