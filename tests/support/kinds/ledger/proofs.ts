import { randomLedger } from '../../builders/random-ledger.ts';
import { PLANTED_LEDGER } from '../../case/planted/planted-ledger.ts';
import type { KindProofs } from '../kind-proofs.ts';

/** Acts at random and planted conditions of ledgers. */
export const PROOFS: KindProofs = {
  randomActs: randomLedger,
  planted: PLANTED_LEDGER,
};
