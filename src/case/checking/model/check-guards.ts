import type { CompiledBranch } from '#case/language/model/compiled-scenario.ts';
import { ROLE_VARIABLE } from '#case/language/model/role.ts';
import type { Effects, Next, Scenario } from '#case/language/model/schemas.ts';
import type { TreeState } from '#case/language/model/state-tree.ts';
import { moveOf } from './path-in-words.ts';
import type { PlayedCase } from './played-case.ts';
import type { Path, Report } from './report.ts';

/**
 * For each state, the combinations of variables in which it can be active; for a group, those in which it can be
 * completed.
 */
export type Met = ReadonlyMap<string, Uint8Array>;

/** Collects for every state the combinations in which it is reached. */
export function meetStates({ exploration }: PlayedCase): Met {
  const { story, count, configurationOf, combinationOf, steps } = exploration;
  const met = new Map<string, Uint8Array>();
  const note = (state: string, combination: number) => {
    let seen = met.get(state);
    if (!seen) {
      seen = new Uint8Array(story.combinations);
      met.set(state, seen);
    }
    seen[combination] = 1;
  };
  for (let situation = 0; situation < count; situation++) {
    const { active, moves } = configurationOf(situation);
    const combination = combinationOf(situation);
    for (const state of active) note(state, combination);
    if (!moves.some(({ finishes }) => finishes.length > 0)) continue;
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++) {
      const { finishes, becomes } = moveOf(exploration, situation, step);
      for (const group of finishes) note(group, becomes ? (becomes[combination] as number) : combination);
    }
  }
  return met;
}

/** The same states, each in every combination. */
export function meetAll(met: Met): Met {
  return new Map([...met].map(([state, combinations]) => [state, combinations.map(() => 1)]));
}

/**
 * Reports guards that decide nothing in play. Returns the states to which a transition is permanently closed, so that
 * they are not reported twice.
 */
export function checkGuards({ tree, compiled }: PlayedCase, met: Met, report: Report): string[] {
  const closed: string[] = [];
  for (const { id, state, path } of tree) {
    const combinations = met.get(id);
    const made = compiled.states[id];
    if (!combinations || !made) continue;
    const options = 'options' in made ? made.options : [];
    options.forEach((option, n) => {
      checkGuard(option, [...path, 'options', n, 'when'], combinations, combinations);
    });
    if (!('next' in made) || !('next' in state) || typeof state.next === 'string') continue;
    checkBranches(made.next, state.next, [...path, 'next'], combinations);
  }
  return closed;

  /** `asked` are the combinations in which this guard is evaluated, `all` those in which the state is active. */
  function checkGuard(branch: CompiledBranch, path: Path, all: Uint8Array, asked: Uint8Array): void {
    const { offered, next } = branch;
    if (offered === undefined) return;
    const holdsIn = (met: Uint8Array, digit: string) => met.some((seen, n) => seen === 1 && offered[n] === digit);
    if (!holdsIn(asked, '1')) {
      closed.push(next);
      report(holdsIn(all, '1') ? 'scenario.branch-never-taken' : 'scenario.guard-never-true', path, { next });
    } else if (!holdsIn(all, '0')) report('scenario.guard-always-true', path, { next }, 'warning');
  }

  function checkBranches(
    branches: readonly CompiledBranch[],
    written: Exclude<Next, string>,
    path: Path,
    all: Uint8Array,
  ) {
    let asked = all;
    for (const [n, branch] of branches.entries()) {
      const here = [...path, n, ...(written[n]?.when === undefined ? ['next'] : ['when'])];
      if (branch.offered !== undefined) checkGuard(branch, here, all, asked);
      else if (!asked.includes(1)) {
        closed.push(branch.next);
        report('scenario.branch-never-taken', here, { next: branch.next });
      }
      asked = asked.map((seen, c) => Number(seen === 1 && branch.offered !== undefined && branch.offered[c] === '0'));
    }
  }
}

/**
 * Reports effects that would take a variable out of its range in a reachable situation. Returns the states behind them.
 */
export function checkBounds(played: PlayedCase, report: Report): string[] {
  const { exploration, compiled, pathOf, worldIn, wayTo } = played;
  const reported = new Set<string>();
  const closed: string[] = [];
  for (const { situation, move } of exploration.strays) {
    closed.push(...move.to.active);
    const place = move.option ? optionPlace(played, move.state, move.option.id) : [];
    const name = [move.state, ...place].join(' ');
    if (reported.has(name)) continue;
    reported.add(name);
    const combination = exploration.combinationOf(situation);
    const variable = compiled.variables[-1 - (move.becomes?.[combination] ?? -1)]?.name ?? '';
    report('scenario.out-of-bounds', [...pathOf(move.state), ...place, 'set', variable], {
      variable,
      when: worldIn(situation),
      example: wayTo(situation),
    });
  }
  return closed;
}

function optionPlace({ compiled }: PlayedCase, state: string, option: string): Path {
  const made = compiled.states[state];
  const options = made && 'options' in made ? made.options : [];
  return ['options', options.findIndex(({ id }) => id === option)];
}

/** Reports variables that nothing depends on: no guard, no effect on another variable, no change of an ad. */
export function checkVariables(
  { world, variables }: Pick<Scenario, 'world' | 'variables'>,
  tree: readonly TreeState[],
  report: Report,
): void {
  const read = new Set(world.map(({ when }) => when));
  const take = (formula: string, except?: string) => {
    for (const [name] of formula.replaceAll(/"[^"]*"|'[^']*'/g, '').matchAll(/[A-Za-z]\w*/g))
      if (name !== except) read.add(name);
  };
  const effects = (set: Effects | undefined) => {
    for (const [name, formula] of Object.entries(set ?? {})) take(String(formula), name);
  };
  for (const { state } of tree) {
    if ('set' in state) effects(state.set);
    if ('next' in state && typeof state.next !== 'string') for (const { when } of state.next) take(when ?? '');
    for (const { when, set } of ('options' in state && state.options) || []) {
      take(when ?? '');
      effects(set);
    }
  }
  for (const variable of Object.keys(variables))
    if (!read.has(variable) && variable !== ROLE_VARIABLE)
      report('scenario.unused-variable', ['variables', variable], { variable }, 'warning');
}

/** All reached states, with the groups and regions that contain them. */
export function reachedStates({ compiled }: PlayedCase, met: Met): Set<string> {
  const reached = new Set<string>();
  for (const id of met.keys())
    for (let at: string | undefined = id; at !== undefined; at = compiled.states[at]?.parent) reached.add(at);
  return reached;
}
