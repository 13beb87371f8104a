import type { ReplayKinds } from '#case/attempt/model/case-material.ts';
import { canTell } from '#case/attempt/model/told-by-kinds.ts';
import { type CompiledScenario, valueIn } from '#case/language/model/compiled-scenario.ts';
import type { Exploration } from '#case/language/model/explore-story.ts';
import type { WorldChange } from '#case/language/model/schemas.ts';
import type { StoryMove } from '#case/language/model/story.ts';
import { moveOf } from './path-in-words.ts';
import type { PlayedCase } from './played-case.ts';
import type { Report } from './report.ts';

/**
 * Reports workbenches that can be reached after a variable has become true and before its change to the ads takes
 * effect: the pages there are still unchanged, whatever the story says about them.
 */
export function checkChanges(played: PlayedCase, kinds: ReplayKinds, report: Report): void {
  const { source, compiled, exploration, wayTo } = played;
  const workbenches = Object.keys(compiled.states).filter((id) => isWorkbench(compiled, id, kinds));
  if (workbenches.length === 0) return;
  for (const [n, change] of source.world.entries()) {
    if (change.afterMinutes === 0) continue;
    const elapsed = minutesSince(played, change);
    const reported = new Set<string>();
    for (let situation = 0; situation < exploration.count; situation++) {
      const minutes = elapsed[situation] as number;
      if (minutes >= change.afterMinutes) continue;
      const state = workbenches.find((id) => exploration.configurationOf(situation).active.includes(id));
      if (state === undefined || reported.has(state)) continue;
      reported.add(state);
      const { when, afterMinutes } = change;
      const params = { state, when, minutes, after: afterMinutes, example: wayTo(situation) };
      report('scenario.bench-before-change', ['world', n, 'afterMinutes'], params, 'warning');
    }
  }
}

const isWorkbench = ({ states }: CompiledScenario, id: string, kinds: ReplayKinds) => {
  const state = states[id];
  return state?.type === 'exercise' && canTell(kinds, state.kind, 'captured');
};

/**
 * For each situation the minimum minutes of the case since the start of a step that made the variable true; infinite if
 * no such step leads to it. Minutes in exercises are not counted, since no trainee has to spend them.
 */
function minutesSince({ compiled, exploration }: PlayedCase, { when }: WorldChange): Float64Array {
  const isTrue = (situation: number) =>
    valueIn(compiled.variables, exploration.combinationOf(situation), when) === true;
  const least = new Float64Array(exploration.count).fill(Number.POSITIVE_INFINITY);
  const open: number[] = [];
  const reach = (situation: number, minutes: number) => {
    if (minutes >= (least[situation] as number)) return;
    least[situation] = minutes;
    open.push(situation);
  };
  forEachStep(exploration, (from, step, to) => {
    if (isTrue(to) && !isTrue(from)) reach(to, minutesOf(compiled, moveOf(exploration, from, step)));
  });
  // The queue of a search: a situation that is reached earlier than before is added again.
  for (let n = 0; n < open.length; n++) {
    const from = open[n] as number;
    for (let step = exploration.steps[from] as number; step < (exploration.steps[from + 1] as number); step++) {
      const to = exploration.to[step] as number;
      if (isTrue(to)) reach(to, (least[from] as number) + minutesOf(compiled, moveOf(exploration, from, step)));
    }
  }
  return least;
}

/** Minimum minutes of a step: a timer may have started in parallel with other parts. */
function minutesOf({ states }: CompiledScenario, { state: id, option }: StoryMove): number {
  if (option) return option.minutes;
  const state = states[id];
  return state?.type === 'narrative' || state?.type === 'inject' ? state.minutes : 0;
}

function forEachStep({ count, steps, to }: Exploration, visit: (from: number, step: number, to: number) => void): void {
  for (let from = 0; from < count; from++)
    for (let step = steps[from] as number; step < (steps[from + 1] as number); step++)
      visit(from, step, to[step] as number);
}
