import { required } from '#kernel/model/invariant.ts';
import type { CompiledBranch, CompiledOption, CompiledScenario, CompiledState, Effect } from './compiled-scenario.ts';
import type { ScenarioEvent } from './create-machine.ts';

const ZERO = '0'.charCodeAt(0);

/** One digit per combination of variables, 1 if the condition holds; undefined if it holds in all of them. */
type Condition = Uint8Array | undefined;

/** A step that can be taken in a configuration. */
export interface StoryMove {
  /** The active state that it leaves. */
  readonly state: string;
  readonly type: ScenarioEvent['type'];
  readonly option?: CompiledOption;
  /** The combinations in which it can be taken. */
  readonly open: Condition;
  readonly becomes: Effect | undefined;
  readonly to: Configuration;
  /** States that the step completes and leaves at once: groups and parallel states, each after its final state. */
  readonly finishes: readonly string[];
}

/**
 * A configuration: the states that are active together, one, or one in each region of a parallel state; in the order of
 * the file.
 */
export interface Configuration {
  readonly index: number;
  readonly active: readonly string[];
  readonly ended: boolean;
  readonly moves: readonly StoryMove[];
}

/** A scenario as a transition system. Configurations are created on demand. */
export interface Story {
  readonly scenario: CompiledScenario;
  /** Number of combinations of variables. */
  readonly combinations: number;
  readonly start: Configuration;
  /** The configuration in which these states are active, as an attempt names them. */
  readonly configurationAt: (active: readonly string[]) => Configuration;
  /** All configurations created so far, by index. */
  readonly configurations: readonly Configuration[];
}

/** A branch with the combinations in which it is taken. */
interface Way {
  readonly next: string;
  readonly open: Condition;
}

/** Where a step leads, depending on the variables after it. */
interface Arrival {
  readonly active: readonly string[];
  readonly when: Condition;
  readonly finishes: readonly string[];
}

/**
 * Creates the transition system of a scenario. All targets must exist and be siblings of their state or of one of its
 * ancestors.
 */
export function createStory(scenario: CompiledScenario): Story {
  const { states } = scenario;
  const combinations = scenario.variables.reduce((product, { values }) => product * values.length, 1);
  const order = new Map(Object.keys(states).map((id, n) => [id, n]));
  const knownWays = new Map<object, readonly Way[]>();
  const byPlace = (a: string, b: string) => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  const configurations: Configuration[] = [];
  const known = new Map<string, Configuration>();

  function configurationOf(active: readonly string[]): Configuration {
    const name = active.join(' ');
    const before = known.get(name);
    if (before) return before;
    let moves: readonly StoryMove[] | undefined;
    const made: Configuration = {
      index: configurations.length,
      active,
      ended: active.some((id) => stateAt(id).type === 'end'),
      get moves() {
        moves ??= active.flatMap((id) => movesOf(id, active));
        return moves;
      },
    };
    known.set(name, made);
    configurations.push(made);
    return made;
  }

  const configurationAt = (active: readonly string[]) => configurationOf(active.toSorted(byPlace));

  const stateAt = (id: string): CompiledState => required(states[id], `state ${id} of scenario ${scenario.id}`);

  function movesOf(id: string, active: readonly string[]): StoryMove[] {
    const state = stateAt(id);
    const toward = (
      type: StoryMove['type'],
      branches: readonly CompiledBranch[],
      becomes: Effect | undefined,
      option?: CompiledOption,
    ): StoryMove[] =>
      firstOpen(branches).flatMap(({ next, open }) =>
        arrive(without(active, id, next), next).map(
          ({ active: after, when, finishes }): StoryMove => ({
            state: id,
            type,
            ...(option && { option }),
            open: conjunction(open, when && asBefore(when, becomes)),
            becomes,
            to: configurationOf(after),
            finishes,
          }),
        ),
      );
    const chosen = (options: readonly CompiledOption[]) =>
      options.flatMap((option) => toward('option.chosen', [option], option.becomes, option));
    switch (state.type) {
      case 'narrative':
      case 'inject':
        return toward('scene.continued', state.next, state.becomes);
      case 'exercise':
        return toward('exercise.committed', state.next, state.becomes);
      case 'decision':
        return chosen(state.options);
      case 'timer':
        return [...chosen(state.options), ...toward('timer.elapsed', state.next, state.becomes)];
      default:
        return [];
    }
  }

  /** The states that stay active when `id` is left for a sibling of itself or of one of its ancestors. */
  function without(active: readonly string[], id: string, target: string): string[] {
    const holder = stateAt(target).parent;
    let left = id;
    while (stateAt(left).parent !== holder)
      left = required(stateAt(left).parent, `a state beside ${target} around ${id}`);
    return active.filter((other) => !isWithin(other, left));
  }

  function isWithin(id: string, holder: string): boolean {
    for (let at: string | undefined = id; at !== undefined; at = stateAt(at).parent) if (at === holder) return true;
    return false;
  }

  /** Enters a state while others stay active; a part that this completes is left at once, if a guard allows it. */
  function arrive(staying: readonly string[], target: string): Arrival[] {
    const active = [...staying, ...leavesOf(target)].sort(byPlace);
    const here: Arrival = { active, when: undefined, finishes: [] };
    if (stateAt(target).type !== 'done') return [here];
    const holder = finishedBy(target, active);
    if (holder === undefined) return [here];
    const { next } = stateAt(holder) as Extract<CompiledState, { type: 'group' | 'parallel' }>;
    const ways = firstOpen(next).flatMap((branch) =>
      arrive(without(active, holder, branch.next), branch.next).map((arrival) => ({
        ...arrival,
        when: conjunction(branch.open, arrival.when),
        finishes: [target, holder, ...arrival.finishes],
      })),
    );
    const stuck = noneOf(next);
    return stuck ? [...ways, { ...here, when: stuck, finishes: [target, holder] }] : ways;
  }

  /** The group that this final state completes, or the parallel state whose last region it completes. */
  function finishedBy(done: string, active: readonly string[]): string | undefined {
    const holder = required(stateAt(done).parent, `the group of ${done}`);
    if (stateAt(holder).type === 'group') return holder;
    const whole = required(stateAt(holder).parent, `the parallel state of ${holder}`);
    const { regions } = stateAt(whole) as Extract<CompiledState, { type: 'parallel' }>;
    const isDone = (region: string) =>
      active.some((id) => stateAt(id).type === 'done' && stateAt(id).parent === region);
    return regions.every(isDone) ? whole : undefined;
  }

  /** The scenes that are active when that state is entered. */
  function leavesOf(id: string): string[] {
    const state = stateAt(id);
    if (state.type === 'group' || state.type === 'region') return leavesOf(state.initial);
    return state.type === 'parallel' ? state.regions.flatMap(leavesOf) : [id];
  }

  /**
   * The branches, each with the combinations in which it is the first whose guard holds; computed once for all
   * configurations.
   */
  function firstOpen(branches: readonly CompiledBranch[]): readonly Way[] {
    const only = branches.length === 1 ? branches[0] : undefined;
    const before = knownWays.get(only ?? branches);
    if (before) return before;
    const found: Way[] = [];
    knownWays.set(only ?? branches, found);
    let left: Condition;
    for (const { next, offered } of branches) {
      if (left && !left.includes(1)) break;
      const own = offered === undefined ? undefined : digitsOf(offered);
      found.push({ next, open: conjunction(left, own) });
      left =
        own === undefined
          ? new Uint8Array(combinations)
          : conjunction(
              left,
              own.map((digit) => 1 - digit),
            );
    }
    return found;
  }

  /** The combinations in which no guard holds; undefined if there are none. */
  function noneOf(branches: readonly CompiledBranch[]): Uint8Array | undefined {
    const closed = Uint8Array.from({ length: combinations }, (_, n) =>
      Number(branches.every(({ offered }) => offered !== undefined && offered[n] === '0')),
    );
    return closed.includes(1) ? closed : undefined;
  }

  /** A condition on the variables after an effect, expressed on the variables before it. */
  function asBefore(when: Uint8Array, becomes: Effect | undefined): Uint8Array {
    return becomes ? Uint8Array.from(becomes, (after) => (after < 0 ? 1 : (when[after] ?? 0))) : when;
  }

  const start = configurationOf(arrive([], scenario.initial)[0]?.active ?? []);
  return { scenario, combinations, start, configurationAt, configurations };
}

/** The digits of a table, one per combination. */
function digitsOf(offered: string): Uint8Array {
  const digits = new Uint8Array(offered.length);
  for (let n = 0; n < digits.length; n++) digits[n] = offered.charCodeAt(n) - ZERO;
  return digits;
}

function conjunction(a: Condition, b: Condition): Condition {
  if (!a || !b) return a ?? b;
  return a.map((digit, n) => digit & (b[n] ?? 0));
}
