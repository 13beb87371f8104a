import type { ExerciseDebrief } from '#core/exercise/exercise-plug.ts';
import { MAPPING_SENTENCES } from './sentences.ts';

/** Everything that a debrief says about an exercise of mapping. */
export const MAPPING_DEBRIEF: ExerciseDebrief = {
  sentences: MAPPING_SENTENCES,
  units: { 'mapping.agreement': 'agreement', 'mapping.codes': 'agreement' },
};
