import { type AttemptState, stateOf } from '#case/attempt/model/replay-attempt.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';

export interface CaseStage {
  readonly id: string;
  readonly title: string;
  readonly state: 'done' | 'current' | 'later';
}

/**
 * The parts of a case as its head line shows them: the part of the shown state is current, parts left behind are done.
 * A part with a choice of what to do next is returned to, so it is done only when the case has ended.
 */
export function caseStages(scenario: CompiledScenario, attempt: AttemptState, shownState: string): CaseStage[] {
  const current = stateOf(scenario, shownState).stage;
  // What is open now has been entered and not been left, whether it is in front, beside it, or still to be seen.
  const left = attempt.visited.filter((id) => !attempt.active.includes(id));
  const isHub = (id: string) => {
    const state = stateOf(scenario, id);
    return state.type === 'decision' && state.decision === undefined;
  };
  const been = new Set(left.filter((id) => attempt.ended || !isHub(id)).map((id) => stateOf(scenario, id).stage));
  return scenario.stages.map((stage) => ({
    ...stage,
    state: stage.id === current ? 'current' : been.has(stage.id) ? 'done' : 'later',
  }));
}
