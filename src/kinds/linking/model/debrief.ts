import type { KindSays } from '#case/exercise/model/kind-says.ts';
import { LINKING_SENTENCES } from './sentences.ts';

/** The debrief of a linking exercise. */
export const LINKING_SAYS: KindSays = { ground: 'truth', sentences: LINKING_SENTENCES };
