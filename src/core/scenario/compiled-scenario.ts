import type { Act } from '#core/exercise/acts.ts';
import type { Instant } from '#core/kernel/instant.ts';
import type { Role } from './role.ts';
import type { WorldChange } from './schemas.ts';

export type Value = boolean | number | string;

/** A variable with every value it can take, in order; the world is one index into all combinations. */
export interface CompiledVariable {
  readonly name: string;
  readonly values: readonly Value[];
  readonly initial: number;
}

/** A change of the world: the combination that each combination becomes, or a negative number where a variable would leave its values. */
export type Effect = readonly number[];

/** One way on. Of several the first that is offered is taken. */
export interface CompiledBranch {
  readonly next: string;
  /** One digit per combination of variables: `1` where the way is open. Left out where it always is. */
  readonly offered?: string;
}

export interface CompiledOption extends CompiledBranch {
  readonly id: string;
  readonly minutes: number;
  readonly act?: Act;
  /** Left out where the choice changes nothing. */
  readonly becomes?: Effect;
}

/** A state's part of the story, and the group or region that holds it. */
interface Placed {
  readonly stage: string;
  readonly parent?: string;
}

/** What is left behind by going on: where to, and what changes with it. */
interface Passed {
  readonly next: readonly CompiledBranch[];
  readonly becomes?: Effect;
}

/** What each hint of a state costs. */
interface Helped {
  readonly hints?: readonly number[];
}

export type CompiledState = Placed &
  (
    | ({ readonly type: 'narrative' | 'inject'; readonly minutes: number } & Passed)
    | ({ readonly type: 'decision'; readonly decision?: string; readonly options: readonly CompiledOption[] } & Helped)
    | ({
        readonly type: 'exercise';
        readonly kind: string;
        readonly brief?: Readonly<Record<string, unknown>>;
      } & Passed &
        Helped)
    | ({ readonly type: 'timer'; readonly minutes: number; readonly options: readonly CompiledOption[] } & Passed)
    | { readonly type: 'end' | 'done' }
    | { readonly type: 'group'; readonly initial: string; readonly next: readonly CompiledBranch[] }
    | { readonly type: 'parallel'; readonly regions: readonly string[]; readonly next: readonly CompiledBranch[] }
    | { readonly type: 'region'; readonly initial: string }
  );

export type CompiledDecision = Extract<CompiledState, { type: 'decision' }>;

/** The skeleton of a scenario: everything that decides what may follow what, and no word of the story. */
export interface CompiledScenario {
  readonly schema: 'compiled-scenario/1';
  readonly id: string;
  /** SHA-256 of the scenario's canonical JSON; an attempt names it. */
  readonly hash: string;
  readonly start: Instant;
  readonly initial: string;
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  /** The roles in which it can be played, the usual one first; left out where there is one only. */
  readonly roles?: readonly Role[];
  readonly variables: readonly CompiledVariable[];
  readonly world: readonly WorldChange[];
  /** Every state by its id, groups and regions too, in the order of the file. */
  readonly states: Readonly<Record<string, CompiledState>>;
}

/** More combinations than this are refused: the tables would outgrow the story. */
export const MAX_COMBINATIONS = 4096;

/** All combinations of the variables' values; the first variable changes slowest. */
export function combinationsOf(variables: readonly CompiledVariable[]): Record<string, Value>[] {
  return variables.reduce<Record<string, Value>[]>(
    (combinations, { name, values }) =>
      combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
}

/** The place of one combination in the list of `combinationsOf`. */
export function combinationIndex(
  variables: readonly CompiledVariable[],
  values: Readonly<Record<string, Value>>,
): number {
  return variables.reduce(
    (index, variable) => index * variable.values.length + variable.values.indexOf(values[variable.name] as Value),
    0,
  );
}

/** The value of one variable in the combination with that index. */
export function valueIn(variables: readonly CompiledVariable[], combination: number, name: string): Value | undefined {
  let rest = combination;
  for (const variable of variables.toReversed()) {
    const value = variable.values[rest % variable.values.length];
    if (variable.name === name) return value;
    rest = Math.floor(rest / variable.values.length);
  }
  return undefined;
}

/** Whether the way is open in that combination of the variables. */
export function isOffered({ offered }: CompiledBranch, combination: number): boolean {
  return offered === undefined || offered[combination] === '1';
}

/** The combination of the variables after the change has been made in that one. */
export function combinationAfter({ becomes }: { readonly becomes?: Effect }, combination: number): number {
  return becomes?.[combination] ?? combination;
}

export type CompiledTimer = Extract<CompiledState, { type: 'timer' }>;

/** Whether the key rates the options of a state: those of a decision of the catalogue, and what can be done while a timer runs. */
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

/** The decisions of the catalogue, with their ids; a decision without an entry of it only says what comes next and is not rated. */
export function ratedDecisions({ states }: CompiledScenario): (readonly [id: string, state: CompiledDecision])[] {
  return Object.entries(states).flatMap(([id, state]) =>
    state.type === 'decision' && state.decision ? [[id, state] as const] : [],
  );
}

/** What a scenario asks of the exercise at a state; undefined where it asks nothing, or where the state is no exercise. */
export function briefOf({ states }: CompiledScenario, id: string): Readonly<Record<string, unknown>> | undefined {
  const state = states[id];
  return state?.type === 'exercise' ? state.brief : undefined;
}

/** Whether one works at an exercise of that kind somewhere in the case. */
export function hasExercise({ states }: CompiledScenario, kind: string): boolean {
  return Object.values(states).some((state) => state.type === 'exercise' && state.kind === kind);
}

/** The acts that some option of the case carries out. */
export function actsIn({ states }: CompiledScenario): ReadonlySet<Act> {
  const options = Object.values(states).flatMap((state) => ('options' in state ? state.options : []));
  return new Set(options.flatMap(({ act }) => (act ? [act] : [])));
}

/** The combination with which a case begins, for whoever plays it in that role. */
export function initialCombination({ variables, roles }: CompiledScenario, role?: Role): number {
  const begun = variables.reduce((index, variable) => index * variable.values.length + variable.initial, 0);
  if (!roles || role === undefined) return begun;
  // The role is the first variable, and it changes slowest.
  const others = variables.slice(1).reduce((product, { values }) => product * values.length, 1);
  return begun + roles.indexOf(role) * others;
}
