import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { responsesWithPlay } from '#core/attempt/responses-with-play.ts';
import type { KnownLetter } from '#core/exercise/known-letter.ts';
import type { Market } from '#core/market/market.ts';
import { briefOf, type CompiledScenario } from '#core/scenario/compiled-scenario.ts';

/** Every letter of an attempt, the earliest first. An answer that is dated later than the clock is not known yet. */
export function knownLetters(
  scenario: CompiledScenario,
  market: Market,
  attempt: Pick<AttemptState, 'responses' | 'world' | 'clock'>,
): KnownLetter[] {
  const { world, clock } = attempt;
  return responsesWithPlay(scenario, attempt)
    .flatMap(([play, response, id]) => {
      const brief = briefOf(scenario, id) ?? {};
      return play.lettersIn?.(response, { brief, market, world, clock }) ?? [];
    })
    .sort((a, b) => a.seq - b.seq);
}
