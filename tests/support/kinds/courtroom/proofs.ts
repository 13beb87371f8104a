import { randomCourt } from '../../builders/random-court.ts';
import { PLANTED_COURT } from '../../case/planted/planted-court.ts';
import type { KindProofs } from '../kind-proofs.ts';

/** Acts at random and planted conditions of courtroom exercises. */
export const PROOFS: KindProofs = {
  randomActs: randomCourt,
  planted: PLANTED_COURT,
};
