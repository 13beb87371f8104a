import type { ExerciseDebrief } from '#case/exercise/model/exercise-plug.ts';
import { LINKING_SENTENCES } from './sentences.ts';

/** The debrief of a linking exercise. */
export const LINKING_DEBRIEF: ExerciseDebrief = { ground: 'truth', sentences: LINKING_SENTENCES };
