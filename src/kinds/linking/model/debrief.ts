import type { KindSays } from '#case/exercise/model/kind-says.ts';
import type { LinkingKind } from './kind.ts';
import { LINKING_SENTENCES } from './sentences.ts';

/** The debrief of a linking exercise. */
export const LINKING_SAYS: KindSays<LinkingKind> = {
  ground: 'truth',
  sentences: LINKING_SENTENCES,
  happened: { short: (id) => ['link.none', 'link.count', 'network.lawful'].includes(id) },
};
