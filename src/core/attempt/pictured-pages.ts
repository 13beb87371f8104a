import type { PicturedPage } from '#core/exercise/exercise-kind.ts';
import type { Market } from '#core/market/market.ts';
import { serveAd } from '#core/market/serve-ad.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { AttemptState } from './replay-attempt.ts';
import { responsesWithPlay } from './responses-with-play.ts';

/** Pictures of pages that the site still served, over all exercises of an attempt, earliest first. */
export function picturedPages(
  scenario: Pick<CompiledScenario, 'states'>,
  attempt: Pick<AttemptState, 'responses' | 'world'>,
  market: Market,
): PicturedPage[] {
  return responsesWithPlay(scenario, attempt)
    .flatMap(([play, response]) => play.picturedIn?.(response) ?? [])
    .filter(({ ad, at }) => serveAd(market, ad, at, attempt.world).status === 200)
    .sort((a, b) => a.seq - b.seq);
}
