import type { ExerciseDebrief } from '#core/exercise/exercise-plug.ts';
import { MAPPING_SENTENCES } from './sentences.ts';

/** The debrief of a mapping exercise. */
export const MAPPING_DEBRIEF: ExerciseDebrief = {
  ground: 'truth',
  sentences: MAPPING_SENTENCES,
  units: { 'mapping.agreement': 'agreement', 'mapping.codes': 'agreement' },
};
