import { type AttemptState, stateOf } from '#case/attempt/model/replay-attempt.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';

/** Where the attempt stands, with another of its open states in front. */
export function inFront(attempt: AttemptState | undefined, front: string | undefined): AttemptState | undefined {
  return attempt && front !== undefined && attempt.active.includes(front) ? { ...attempt, state: front } : attempt;
}

/** The states that are open at the same time, one in each region that is not done. */
export function openStates(scenario: CompiledScenario, attempt: AttemptState | undefined): readonly string[] {
  return attempt?.active.filter((id) => stateOf(scenario, id).type !== 'done') ?? [];
}
