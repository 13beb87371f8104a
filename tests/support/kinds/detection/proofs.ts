import { randomFinds } from '../../builders/random-finds.ts';
import { PLANTED_IN_FINDS } from '../../case/planted/planted-rest.ts';
import type { KindProofs } from '../kind-proofs.ts';

/** Acts at random and planted conditions of exercises of finding. */
export const PROOFS: KindProofs = {
  randomActs: randomFinds,
  planted: PLANTED_IN_FINDS,
};
