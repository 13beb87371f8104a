import type { RunPlan } from '#case/language/model/run-plan.ts';
import type { PlannedInject } from '#case/language/model/workshop-schemas.ts';

/** What is planned for a case with a group, as the control page reads it. */
export interface CasePlan {
  /** One for each length that is offered. */
  readonly runs: readonly RunPlan[];
  readonly injects: readonly PlannedInject[];
}
