import { isOffered } from '#case/language/model/compiled-scenario.ts';
import type { Exploration } from '#case/language/model/explore-story.ts';
import type { TreeState } from '#case/language/model/state-tree.ts';
import type { Configuration } from '#case/language/model/story.ts';
import { targetsOf } from './check-structure.ts';
import type { VisitOrder } from './find-loops.ts';
import { moveOf } from './path-in-words.ts';
import type { PlayedCase } from './played-case.ts';
import type { Report } from './report.ts';

/** Reports situations in which the story stops before an end; for each state the first one reached. */
export function checkStops({ exploration, compiled, pathOf, wayTo, worldIn }: PlayedCase, report: Report): void {
  const { steps, configurationOf } = exploration;
  const reported = new Set<string>();
  for (let situation = 0; situation < exploration.count; situation++) {
    if (steps[situation] !== steps[situation + 1]) continue;
    const configuration = configurationOf(situation);
    if (configuration.ended || straysFrom(exploration, situation)) continue;
    const state = stoppedState(configuration, compiled);
    if (reported.has(state)) continue;
    reported.add(state);
    const type = compiled.states[state]?.type ?? 'narrative';
    if (type === 'timer') continue;
    report(STOPS[type] ?? 'scenario.dead-end', pathOf(state), {
      state,
      when: worldIn(situation),
      example: wayTo(situation),
    });
  }
}

const STOPS: Readonly<Record<string, string>> = { decision: 'scenario.no-option-left' };

/**
 * Reports timers that can run out in a situation in which no guard of their target holds; other options come too late
 * then.
 */
export function checkTimers({ exploration, compiled, pathOf, wayTo, worldIn }: PlayedCase, report: Report): void {
  const open = Object.entries(compiled.states).filter(
    ([, state]) => state.type === 'timer' && state.next.every(({ offered }) => offered?.includes('0')),
  );
  for (const [state, timer] of open) {
    if (timer.type !== 'timer') continue;
    for (let situation = 0; situation < exploration.count; situation++) {
      if (!exploration.configurationOf(situation).active.includes(state)) continue;
      const combination = exploration.combinationOf(situation);
      if (timer.next.some((branch) => isOffered(branch, combination))) continue;
      report('scenario.timer-without-way-out', pathOf(state), {
        state,
        when: worldIn(situation),
        example: wayTo(situation),
      });
      break;
    }
  }
}

/** The active state that should continue; for a part that is done, the state that contains it. */
function stoppedState({ active }: Configuration, { states }: PlayedCase['compiled']): string {
  const open = active.find((id) => states[id]?.type !== 'done');
  if (open !== undefined) return open;
  let at = active[0] as string;
  while (states[at]?.type === 'done' || states[at]?.type === 'region') at = states[at]?.parent as string;
  return at;
}

const straysFrom = ({ strays }: Exploration, at: number) => strays.some(({ situation }) => situation === at);

/** Reports cycles: without an exit, or without using up any variable, so that they could be repeated for ever. */
export function checkLoops(played: PlayedCase, order: VisitOrder, report: Report): void {
  if (!order.loops) return;
  const { exploration, pathOf, wayTo } = played;
  const reported = new Set<string>();
  for (const component of order.components) {
    const inside = new Set(component);
    const round: string[] = [];
    let leaves = false;
    for (const situation of component)
      for (
        let step = exploration.steps[situation] as number;
        step < (exploration.steps[situation + 1] as number);
        step++
      ) {
        if (inside.has(exploration.to[step] as number)) round.push(moveOf(exploration, situation, step).state);
        else leaves = true;
      }
    const states = [...new Set(round)];
    const name = `${leaves} ${states.toSorted().join(' ')}`;
    const [state] = states;
    if (state === undefined || reported.has(name)) continue;
    reported.add(name);
    report(leaves ? 'scenario.endless-loop' : 'scenario.inescapable-loop', pathOf(state), {
      state,
      states: states.join(', '),
      example: wayTo(component[0] as number),
    });
  }
}

/** All targets of the reached states, whether the story can take them or not. */
export function targetsOutOf(tree: readonly TreeState[], reached: ReadonlySet<string>): string[] {
  return tree.filter(({ id }) => reached.has(id)).flatMap((entry) => targetsOf(entry).map(({ target }) => target));
}

/**
 * Reports unreachable states. States that follow only from an unreachable one are not reported again, nor those that a
 * permanently false guard closes, because the guard is reported.
 */
export function checkReached(
  tree: readonly TreeState[],
  reached: ReadonlySet<string>,
  closed: readonly string[],
  report: Report,
): void {
  const lost = tree.filter(({ id, state }) => state.type !== 'region' && !reached.has(id));
  if (lost.length === 0) return;
  const names = new Set(tree.flatMap(({ id }) => (reached.has(id) ? [] : [id])));
  const byId = new Map(tree.map((entry) => [entry.id, entry]));
  const leadsTo = new Map(
    tree.map((entry) => {
      const inner = tree.filter(({ parent }) => parent === entry.id).map(({ id }) => id);
      return [entry.id, [...nextOf(entry, byId), ...inner]] as const;
    }),
  );
  const covered = new Set<string>();
  const cover = (id: string) => {
    const found = new Set([id]);
    for (const at of found) {
      covered.add(at);
      for (const target of leadsTo.get(at) ?? []) if (names.has(target)) found.add(target);
    }
  };
  for (const id of closed) if (names.has(id)) cover(id);
  const hasLostBefore = (id: string) =>
    lost.some((other) => other.id !== id && (leadsTo.get(other.id) ?? []).includes(id));
  const name = (id: string, path: (typeof lost)[number]['path']) => {
    if (covered.has(id)) return;
    report('scenario.unreachable-state', path, { state: id });
    cover(id);
  };
  for (const { id, path } of lost) if (!hasLostBefore(id)) name(id, path);
  for (const { id, path } of lost) name(id, path);
}

/** Targets of a state; a part that is done leads to the targets of the whole. */
function nextOf(entry: TreeState, byId: ReadonlyMap<string, TreeState>): string[] {
  let whole: TreeState | undefined = entry;
  while (whole && (whole.state.type === 'done' || whole.state.type === 'region')) whole = byId.get(whole.parent ?? '');
  return whole ? targetsOf(whole).map(({ target }) => target) : [];
}
