import { randomLinks } from '../../builders/random-desks.ts';
import { PLANTED_LINKS } from '../../case/planted/planted-links.ts';
import type { KindProofs } from '../kind-proofs.ts';

/** Acts at random and planted conditions of exercises of linking. */
export const PROOFS: KindProofs = {
  randomActs: randomLinks,
  planted: PLANTED_LINKS,
};
