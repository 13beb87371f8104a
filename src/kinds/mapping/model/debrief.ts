import type { ExerciseDebrief } from '#case/exercise/model/exercise-plug.ts';
import { MAPPING_SENTENCES } from './sentences.ts';

/** The debrief of a mapping exercise. */
export const MAPPING_DEBRIEF: ExerciseDebrief = {
  ground: 'truth',
  sentences: MAPPING_SENTENCES,
  units: { 'mapping.agreement': 'agreement', 'mapping.codes': 'agreement' },
};
