import type { PlayableCase } from '#case/attempt/model/case-material.ts';
import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import { toldByKinds } from '#case/attempt/model/told-by-kinds.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import type { KnownLetter } from '#evidence/letters/model/known-letter.ts';

/** Every letter of an attempt, the earliest first. An answer that is dated later than the clock is not known yet. */
export function knownLetters(
  material: PlayableCase,
  attempt: Pick<AttemptState, 'responses' | 'world' | 'clock'>,
): KnownLetter[] {
  const { scenario, market } = material;
  const { world, clock } = attempt;
  return toldByKinds(material, attempt)
    .flatMap(([{ letters }, id]) => {
      const brief = briefOf(scenario, id) ?? {};
      return letters?.({ brief, market, world, clock }) ?? [];
    })
    .sort((a, b) => a.seq - b.seq);
}
