import { assign, setup } from 'xstate';
import {
  type CompiledBranch,
  type CompiledOption,
  type CompiledScenario,
  type CompiledState,
  combinationAfter,
  type Effect,
  initialCombination,
  isOffered,
} from './compiled-scenario.ts';
import type { Role } from './role.ts';

/**
 * Events that cause transitions, each with its active state. Actions inside an exercise do not; only committing it
 * does.
 */
export type ScenarioEvent =
  | { readonly type: 'scene.continued'; readonly state: string }
  | { readonly type: 'option.chosen'; readonly state: string; readonly option: string }
  | { readonly type: 'exercise.committed'; readonly state: string }
  | { readonly type: 'timer.elapsed'; readonly state: string };

/** The only memory of a case besides its states: the combination of its variables. */
interface Context {
  readonly combination: number;
}

type Guarded = { context: Context; event: ScenarioEvent };
type Node = Record<string, unknown>;

/**
 * The statechart of a scenario. Guards and effects are look-ups in the compiled tables; nothing reads a clock: a timer
 * runs out by an event.
 */
export function createMachine(scenario: CompiledScenario, role?: Role) {
  const { states } = scenario;
  const nodes = (parent: string | undefined): Record<string, Node> =>
    Object.fromEntries(
      Object.entries(states)
        .filter(([, state]) => state.parent === parent)
        .map(([id, state]) => [id, { id, ...nodeOf(id, state, nodes) }]),
    );
  return setup({
    types: { context: {} as Context, events: {} as ScenarioEvent },
  }).createMachine({
    // Ids of states cannot contain a slash.
    id: `case/${scenario.id}`,
    initial: scenario.initial,
    context: { combination: initialCombination(scenario, role) },
    states: nodes(undefined),
  });
}

function nodeOf(id: string, state: CompiledState, inside: (parent: string) => Record<string, Node>): Node {
  switch (state.type) {
    case 'narrative':
    case 'inject':
      return { on: { 'scene.continued': waysOn(id, state.next, state.becomes) } };
    case 'exercise':
      return { on: { 'exercise.committed': waysOn(id, state.next, state.becomes) } };
    case 'decision':
      return { on: { 'option.chosen': choices(id, state.options) } };
    case 'timer':
      return {
        on: {
          'timer.elapsed': waysOn(id, state.next, state.becomes),
          'option.chosen': choices(id, state.options),
        },
      };
    case 'end':
    case 'done':
      return { type: 'final' };
    case 'group':
      return { initial: state.initial, states: inside(id), onDone: state.next.map(whenDone) };
    case 'parallel':
      return { type: 'parallel', states: inside(id), onDone: state.next.map(whenDone) };
    case 'region':
      return { initial: state.initial, states: inside(id) };
  }
}

const change = (becomes: Effect | undefined) =>
  assign<Context, ScenarioEvent, undefined, ScenarioEvent, never>(({ context }) => ({
    combination: combinationAfter(becomes ? { becomes } : {}, context.combination),
  }));

function choices(id: string, options: readonly CompiledOption[]) {
  return options.map((option) => ({
    target: `#${option.next}`,
    guard: ({ context, event }: Guarded) =>
      event.state === id &&
      event.type === 'option.chosen' &&
      event.option === option.id &&
      isOffered(option, context.combination),
    actions: change(option.becomes),
  }));
}

function waysOn(id: string, branches: readonly CompiledBranch[], becomes: Effect | undefined) {
  return branches.map((branch) => ({
    target: `#${branch.next}`,
    guard: ({ context, event }: Guarded) => event.state === id && isOffered(branch, context.combination),
    actions: change(becomes),
  }));
}

function whenDone(branch: CompiledBranch) {
  return {
    target: `#${branch.next}`,
    guard: ({ context }: { context: Context }) => isOffered(branch, context.combination),
  };
}
