import { randomPolicy } from '../../builders/random-policy.ts';
import { PLANTED_AT_TABLE } from '../../case/planted/planted-table.ts';
import type { KindProofs } from '../kind-proofs.ts';

/** Acts at random and planted conditions of policy table-tops. */
export const PROOFS: KindProofs = {
  randomActs: randomPolicy,
  planted: PLANTED_AT_TABLE,
};
