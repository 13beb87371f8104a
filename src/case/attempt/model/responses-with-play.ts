import type { ExercisePlay } from '#case/exercise/model/exercise-kind.ts';
import type { PlayedExercises } from './case-material.ts';
import type { AttemptState } from './replay-attempt.ts';

/** The responses of all exercises begun so far, each with the play of its kind, which alone can interpret it. */
export function responsesWithPlay(
  { scenario: { states }, kinds }: PlayedExercises,
  { responses }: Pick<AttemptState, 'responses'>,
): (readonly [play: ExercisePlay<unknown>, response: unknown, state: string])[] {
  return Object.entries(responses).flatMap(([id, response]) => {
    const state = states[id];
    const play = state?.type === 'exercise' ? kinds.plays.of(state.kind) : undefined;
    return play ? [[play, response, id] as const] : [];
  });
}
