import { randomTest } from '../../builders/random-test.ts';
import { PLANTED_TEST } from '../../case/planted/planted-test.ts';
import type { KindProofs } from '../kind-proofs.ts';

/** Acts at random and planted conditions of tests of platforms. */
export const PROOFS: KindProofs = {
  randomActs: randomTest,
  planted: PLANTED_TEST,
};
