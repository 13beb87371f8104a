import type { PlayableCase } from '#core/attempt/case-material.ts';
import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { responsesWithPlay } from '#core/attempt/responses-with-play.ts';
import type { KnownLetter } from '#core/exercise/known-letter.ts';
import { briefOf } from '#core/scenario/compiled-scenario.ts';

/** Every letter of an attempt, the earliest first. An answer that is dated later than the clock is not known yet. */
export function knownLetters(
  material: PlayableCase,
  attempt: Pick<AttemptState, 'responses' | 'world' | 'clock'>,
): KnownLetter[] {
  const { scenario, market } = material;
  const { world, clock } = attempt;
  return responsesWithPlay(material, attempt)
    .flatMap(([play, response, id]) => {
      const brief = briefOf(scenario, id) ?? {};
      return play.lettersIn?.(response, { brief, market, world, clock }) ?? [];
    })
    .sort((a, b) => a.seq - b.seq);
}
