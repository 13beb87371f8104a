import type { KindKeyParts } from '#case/plug/use-cases/kind-build.ts';
import { codedExercises } from './coded-exercises.ts';
import { SECOND_CODER_PART } from './second-coder-part.ts';

/** In a case with a coding task, the second coder's codes are a part of the key. */
export const MAPPING_KEY_PARTS: KindKeyParts = {
  partsOf: (scenario) => (codedExercises(scenario).length > 0 ? [SECOND_CODER_PART] : []),
};
