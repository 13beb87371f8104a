import type { KindKeyParts } from '#case/plug/use-cases/kind-build.ts';
import { courtExercises } from './court-exercises.ts';
import { RULINGS_PART } from './rulings-part.ts';

/** In a case with a court, the model rulings are a part of the key. */
export const COURTROOM_KEY_PARTS: KindKeyParts = {
  partsOf: (scenario) => (courtExercises(scenario).length > 0 ? [RULINGS_PART] : []),
};
