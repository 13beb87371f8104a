import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import type { CaseRoom } from './case-room.svelte.ts';

/** Writes into the log what is done in the exercise at a state, in the actions of its kind, and that it is finished. */
export const recordExercise = (room: CaseRoom, state: string) => ({
  act(action: object): void {
    room.record({ type: 'exercise.acted', state, action: action as ExerciseAction });
  },
  commit(): void {
    room.record({ type: 'exercise.committed', state });
  },
});
