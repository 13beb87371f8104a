import type { Told } from '#case/exercise/model/kind-tells.ts';
import type { PlayedExercises, ReplayKinds } from './case-material.ts';
import type { AttemptState } from './replay-attempt.ts';

/** What the kinds tell of the responses of all exercises begun so far, each with its state. */
export function toldByKinds(
  { scenario: { states }, kinds }: PlayedExercises,
  { responses }: Pick<AttemptState, 'responses'>,
): (readonly [told: Told, state: string])[] {
  return Object.entries(responses).flatMap(([id, response]) => {
    const state = states[id];
    return state?.type === 'exercise' ? [[kinds.tells.need(state.kind).tell(response), id] as const] : [];
  });
}

/** True for a kind that can tell this of its responses: it does so of one in which nothing is done. */
export const canTell = ({ plays, tells }: ReplayKinds, kind: string, part: keyof Told): boolean =>
  tells.of(kind)?.tell(plays.need(kind).empty)[part] !== undefined;
