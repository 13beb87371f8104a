import { createRegistry } from '#case/exercise/model/registry.ts';
import type { KindKeyParts } from '#case/plug/use-cases/kind-build.ts';
import { COURTROOM_KEY_PARTS } from '#kinds/courtroom/use-cases/key-parts.ts';
import { MAPPING_KEY_PARTS } from '#kinds/mapping/use-cases/key-parts.ts';

/** Parts of the key that a kind adds to those of every case: loaded by pages, which fetch them while there is a network. */
export const KIND_KEY_PARTS = createRegistry<KindKeyParts>({
  courtroom: COURTROOM_KEY_PARTS,
  mapping: MAPPING_KEY_PARTS,
});
