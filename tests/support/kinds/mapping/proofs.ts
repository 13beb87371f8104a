import { randomMap } from '../../builders/random-desks.ts';
import { PLANTED_MAP } from '../../case/planted/planted-map.ts';
import type { KindProofs } from '../kind-proofs.ts';

/** Acts at random and planted conditions of exercises of mapping. */
export const PROOFS: KindProofs = {
  randomActs: randomMap,
  planted: PLANTED_MAP,
};
