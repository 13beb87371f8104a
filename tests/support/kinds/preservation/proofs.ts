import { briefAt } from '#case/reference-players/use-cases/table.ts';
import { randomWorkbench } from '../../builders/random-bench.ts';
import { PLANTED_AT_WORKBENCH } from '../../case/planted/planted-bench.ts';
import type { KindProofs } from '../kind-proofs.ts';

/** Acts at random and planted conditions of workbenches. */
export const PROOFS: KindProofs = {
  randomActs: (table, draw) => randomWorkbench(table, briefAt(table), draw),
  planted: PLANTED_AT_WORKBENCH,
};
