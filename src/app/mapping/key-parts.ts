import type { KindKeyParts } from '#app/kinds/kind-plug.ts';
import { codedExercises } from './coded-exercises.ts';
import { SECOND_CODER_PART } from './second-coder-part.ts';

/** What the second coder wrote is a part of the key, where ads are coded. */
export const MAPPING_KEY_PARTS: KindKeyParts = {
  partsOf: (scenario) => (codedExercises(scenario).length > 0 ? [SECOND_CODER_PART] : []),
};
