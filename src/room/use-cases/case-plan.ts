import type { RunPlan } from '#core/room/run-plan.ts';
import type { PlannedInject } from '#core/room/workshop-schemas.ts';

/** What is planned for a case with a group, as the control page reads it. */
export interface CasePlan {
  /** One for each length that is offered. */
  readonly runs: readonly RunPlan[];
  readonly injects: readonly PlannedInject[];
}
