import type { Act } from '#case/exercise/model/acts.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { Role } from './role.ts';
import type { WorldChange } from './schemas.ts';

export type VariableValue = boolean | number | string;

/** A variable with all its values, in order; the variables of a case together are one index into all combinations. */
export interface CompiledVariable {
  readonly name: string;
  readonly values: readonly VariableValue[];
  readonly initial: number;
}

/**
 * An effect on the variables: for each combination the resulting combination, or a negative number if a variable would
 * leave its range.
 */
export type Effect = readonly number[];

/** A transition. Of several, the first whose guard holds is taken. */
export interface CompiledBranch {
  readonly next: string;
  /** The guard as one digit per combination of variables: `1` if it holds. Left out if it always holds. */
  readonly offered?: string;
}

export interface CompiledOption extends CompiledBranch {
  readonly id: string;
  readonly minutes: number;
  readonly act?: Act;
  /** Left out if the choice has no effect on variables. */
  readonly becomes?: Effect;
}

/** The stage of a state, and the group or region that contains it. */
interface WithPlace {
  readonly stage: string;
  readonly parent?: string;
}

/** What happens on leaving a state: its transitions and effects. */
interface WithTransitions {
  readonly next: readonly CompiledBranch[];
  readonly becomes?: Effect;
}

/** Costs of the hints of a state. */
interface WithHints {
  readonly hints?: readonly number[];
}

export type CompiledState = WithPlace &
  (
    | ({ readonly type: 'narrative' | 'inject'; readonly minutes: number } & WithTransitions)
    | ({
        readonly type: 'decision';
        readonly decision?: string;
        readonly options: readonly CompiledOption[];
      } & WithHints)
    | ({
        readonly type: 'exercise';
        readonly kind: string;
        readonly brief?: Readonly<Record<string, unknown>>;
      } & WithTransitions &
        WithHints)
    | ({
        readonly type: 'timer';
        readonly minutes: number;
        readonly options: readonly CompiledOption[];
      } & WithTransitions)
    | { readonly type: 'end' | 'done' }
    | { readonly type: 'group'; readonly initial: string; readonly next: readonly CompiledBranch[] }
    | { readonly type: 'parallel'; readonly regions: readonly string[]; readonly next: readonly CompiledBranch[] }
    | { readonly type: 'region'; readonly initial: string }
  );

export type CompiledDecision = Extract<CompiledState, { type: 'decision' }>;

/** A compiled scenario: everything that determines what may follow what, without the texts of the story. */
export interface CompiledScenario {
  readonly schema: 'compiled-scenario/1';
  readonly id: string;
  /** SHA-256 of the scenario's canonical JSON; attempts refer to it. */
  readonly hash: string;
  readonly start: Instant;
  readonly initial: string;
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  /** The roles in which it can be played, the usual one first; left out if there is only one. */
  readonly roles?: readonly Role[];
  readonly variables: readonly CompiledVariable[];
  readonly world: readonly WorldChange[];
  /** Every state by its id, including groups and regions, in the order of the file. */
  readonly states: Readonly<Record<string, CompiledState>>;
}

/** Maximum combinations of variables: beyond this the tables would be larger than the story. */
export const MAX_COMBINATIONS = 4096;

/** All combinations of the variables' values; the first variable changes slowest. */
export function combinationsOf(variables: readonly CompiledVariable[]): Record<string, VariableValue>[] {
  return variables.reduce<Record<string, VariableValue>[]>(
    (combinations, { name, values }) =>
      combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
}

/** The index of a combination in the list of `combinationsOf`. */
export function combinationIndex(
  variables: readonly CompiledVariable[],
  values: Readonly<Record<string, VariableValue>>,
): number {
  return variables.reduce(
    (index, variable) =>
      index * variable.values.length + variable.values.indexOf(values[variable.name] as VariableValue),
    0,
  );
}

/** The value of one variable in the combination with that index. */
export function valueIn(
  variables: readonly CompiledVariable[],
  combination: number,
  name: string,
): VariableValue | undefined {
  let rest = combination;
  for (const variable of variables.toReversed()) {
    const value = variable.values[rest % variable.values.length];
    if (variable.name === name) return value;
    rest = Math.floor(rest / variable.values.length);
  }
  return undefined;
}

/** True if the guard holds in that combination of the variables. */
export function isOffered({ offered }: CompiledBranch, combination: number): boolean {
  return offered === undefined || offered[combination] === '1';
}

/** The combination of the variables after the effect. */
export function combinationAfter({ becomes }: { readonly becomes?: Effect }, combination: number): number {
  return becomes?.[combination] ?? combination;
}

export type CompiledTimer = Extract<CompiledState, { type: 'timer' }>;

/** True if the key rates the options of a state: those of a decision in the catalogue, and of a timer with options. */
export function isRatedState(state: CompiledState | undefined): state is CompiledDecision | CompiledTimer {
  if (state?.type === 'decision') return state.decision !== undefined;
  return state?.type === 'timer' && state.options.length > 0;
}

/** Every state whose options the key rates, with its id, in the order of the file. */
export function ratedStates({
  states,
}: CompiledScenario): (readonly [id: string, state: CompiledDecision | CompiledTimer])[] {
  return Object.entries(states).flatMap(([id, state]) => (isRatedState(state) ? [[id, state] as const] : []));
}

/**
 * The decisions of the catalogue, with their ids; a decision without a catalogue entry only chooses what comes next and
 * is not rated.
 */
export function ratedDecisions({ states }: CompiledScenario): (readonly [id: string, state: CompiledDecision])[] {
  return Object.entries(states).flatMap(([id, state]) =>
    state.type === 'decision' && state.decision ? [[id, state] as const] : [],
  );
}

/** The brief of the exercise at a state; undefined if it has none, or if the state is not an exercise. */
export function briefOf({ states }: CompiledScenario, id: string): Readonly<Record<string, unknown>> | undefined {
  const state = states[id];
  return state?.type === 'exercise' ? state.brief : undefined;
}

/** True if the case has an exercise of that kind. */
export function hasExercise({ states }: CompiledScenario, kind: string): boolean {
  return Object.values(states).some((state) => state.type === 'exercise' && state.kind === kind);
}

/** The acts that options of the case carry out. */
export function actsIn({ states }: CompiledScenario): ReadonlySet<Act> {
  const options = Object.values(states).flatMap((state) => ('options' in state ? state.options : []));
  return new Set(options.flatMap(({ act }) => (act ? [act] : [])));
}

/** The initial combination of a case when played in that role. */
export function initialCombination({ variables, roles }: CompiledScenario, role?: Role): number {
  const begun = variables.reduce((index, variable) => index * variable.values.length + variable.initial, 0);
  if (!roles || role === undefined) return begun;
  // The role is the first variable, which changes slowest.
  const others = variables.slice(1).reduce((product, { values }) => product * values.length, 1);
  return begun + roles.indexOf(role) * others;
}
