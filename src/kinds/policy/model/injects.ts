import { type MeasureId, ROUNDS, type Round, roundOf } from './measures.ts';

/** Events from outside during the table-top; their words are messages. */
export const INJECTS = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'] as const;
export type PolicyInject = (typeof INJECTS)[number];

/** The parts of an order that is drafted again after a court has annulled it (P7). */
export const ORDER_PARTS = ['basis', 'judge', 'target', 'notice', 'impact', 'end', 'appeal'] as const;
export type OrderPart = (typeof ORDER_PARTS)[number];

/** The trigger of an inject: one of these measures in the plan, or a decided round. */
const COMES: Readonly<Record<PolicyInject, { readonly with?: readonly MeasureId[]; readonly after?: Round }>> = {
  P1: { with: ['B3', 'C2'] },
  P2: { with: ['C2'] },
  P3: { with: ['C2', 'C3'] },
  P4: { after: 'A' },
  P5: { after: 'B' },
  P6: { after: 'C' },
  P7: { with: ['C2'] },
};

/** The measures or the round that trigger an inject. */
export const comesOf = (inject: PolicyInject) => COMES[inject];

/** The round in which an inject is answered: that of the measure that brings it, or the one after the decided round. */
export function roundOfInject(inject: PolicyInject, plan: readonly MeasureId[]): Round {
  const { with: measures = [], after } = COMES[inject];
  const bringing = measures.findLast((measure) => plan.includes(measure));
  if (bringing) return roundOf(bringing);
  return ROUNDS[ROUNDS.indexOf(after ?? 'A') + 1] ?? 'D';
}

/** The injects that have come, in their order. `decided`: the rounds in which something was decided. */
export const injectsOf = (plan: readonly MeasureId[], decided: readonly Round[]): PolicyInject[] =>
  INJECTS.filter((inject) => {
    const { with: measures = [], after } = COMES[inject];
    return measures.some((measure) => plan.includes(measure)) || (after !== undefined && decided.includes(after));
  });
