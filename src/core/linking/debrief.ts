import type { ExerciseDebrief } from '#core/exercise/exercise-plug.ts';
import { LINKING_SENTENCES } from './sentences.ts';

/** Everything that a debrief says about an exercise of linking. */
export const LINKING_DEBRIEF: ExerciseDebrief = { sentences: LINKING_SENTENCES };
