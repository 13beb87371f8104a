import { randomLetters } from '../../builders/random-desks.ts';
import { PLANTED_DESK } from '../../case/planted/planted-desk.ts';
import type { KindProofs } from '../kind-proofs.ts';

/** Acts at random and planted conditions of request desks. */
export const PROOFS: KindProofs = {
  randomActs: randomLetters,
  planted: PLANTED_DESK,
};
