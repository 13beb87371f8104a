import { assign, setup } from 'xstate';
import {
  type CompiledOption,
  type CompiledScenario,
  type CompiledState,
  combinationAfter,
  initialCombination,
  isOffered,
} from './compiled-scenario.ts';

/** What moves a case on. Acts inside an exercise do not; only committing it does. */
export type ScenarioEvent =
  | { readonly type: 'scene.continued' }
  | { readonly type: 'option.chosen'; readonly option: string }
  | { readonly type: 'exercise.committed' };

type OptionChosen = Extract<ScenarioEvent, { type: 'option.chosen' }>;

/** The one thing that a case remembers besides its state: the combination of its variables. */
interface Context {
  readonly combination: number;
}

/** The statechart of a scenario. Guards and effects are look-ups in the compiled tables; nothing in it reads a clock. */
export function createMachine(scenario: CompiledScenario) {
  return setup({
    types: { context: {} as Context, events: {} as ScenarioEvent },
  }).createMachine({
    id: scenario.id,
    initial: scenario.initial,
    context: { combination: initialCombination(scenario.variables) },
    states: Object.fromEntries(Object.entries(scenario.states).map(([id, state]) => [id, nodeOf(state)])),
  });
}

function nodeOf(state: CompiledState) {
  switch (state.type) {
    case 'narrative':
      return { on: { 'scene.continued': { target: state.next } } };
    case 'exercise':
      return { on: { 'exercise.committed': { target: state.next } } };
    case 'decision':
      return { on: { 'option.chosen': state.options.map(transitionOf) } };
    case 'end':
      return { type: 'final' as const };
  }
}

function transitionOf(option: CompiledOption) {
  return {
    target: option.next,
    guard: ({ context, event }: { context: Context; event: OptionChosen }) =>
      event.option === option.id && isOffered(option, context.combination),
    actions: assign<Context, OptionChosen, undefined, ScenarioEvent, never>(({ context }) => ({
      combination: combinationAfter(option, context.combination),
    })),
  };
}
