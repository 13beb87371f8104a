import type { KindSays } from '#case/exercise/model/kind-says.ts';
import type { MappingKind } from './kind.ts';
import { MAPPING_SENTENCES } from './sentences.ts';

/** The debrief of a mapping exercise. */
export const MAPPING_SAYS: KindSays<MappingKind> = {
  ground: 'truth',
  sentences: MAPPING_SENTENCES,
  happened: { short: (id) => ['map.sites', 'codes.undrawn', 'codes.nobody', 'codes.count'].includes(id) },
  units: { 'mapping.agreement': 'agreement', 'mapping.codes': 'agreement' },
};
