import { COURTROOM_KEY_PARTS } from '#app/courtroom/key-parts.ts';
import { MAPPING_KEY_PARTS } from '#app/mapping/key-parts.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import type { KindKeyParts } from './kind-plug.ts';

/** Parts of the key that a kind adds to those of every case: loaded by pages, which fetch them while there is a network. */
export const KIND_KEY_PARTS = createRegistry<KindKeyParts>({
  courtroom: COURTROOM_KEY_PARTS,
  mapping: MAPPING_KEY_PARTS,
});
