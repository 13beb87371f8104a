import type { Instant } from '#core/kernel/instant.ts';
import type { Act, WorldChange } from './schemas.ts';

/** A variable with every value it can take, in order; the world is one index into all combinations. */
export interface CompiledVariable {
  readonly name: string;
  readonly values: readonly (boolean | number)[];
  readonly initial: number;
}

export interface CompiledOption {
  readonly id: string;
  readonly next: string;
  readonly minutes: number;
  readonly act?: Act;
  /** One digit per combination of variables: `1` where the option is offered. Left out where it always is. */
  readonly offered?: string;
  /** The combination that each combination becomes. Left out where the choice changes nothing. */
  readonly becomes?: readonly number[];
}

export type CompiledState =
  | { readonly type: 'narrative'; readonly stage: string; readonly next: string; readonly minutes: number }
  | {
      readonly type: 'decision';
      readonly stage: string;
      readonly decision?: string;
      readonly options: readonly CompiledOption[];
    }
  | { readonly type: 'exercise'; readonly stage: string; readonly kind: string; readonly next: string }
  | { readonly type: 'end'; readonly stage: string };

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
  readonly variables: readonly CompiledVariable[];
  readonly world: readonly WorldChange[];
  readonly states: Readonly<Record<string, CompiledState>>;
}

/** More combinations than this are refused: the tables would outgrow the story. */
export const MAX_COMBINATIONS = 4096;

/** All combinations of the variables' values; the first variable changes slowest. */
export function combinationsOf(variables: readonly CompiledVariable[]): Record<string, boolean | number>[] {
  return variables.reduce<Record<string, boolean | number>[]>(
    (combinations, { name, values }) =>
      combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
}

/** The place of one combination in the list of `combinationsOf`. */
export function combinationIndex(
  variables: readonly CompiledVariable[],
  values: Readonly<Record<string, boolean | number>>,
): number {
  return variables.reduce(
    (index, variable) =>
      index * variable.values.length + variable.values.indexOf(values[variable.name] as boolean | number),
    0,
  );
}

/** The value of one variable in the combination with that index. */
export function valueIn(
  variables: readonly CompiledVariable[],
  combination: number,
  name: string,
): boolean | number | undefined {
  let rest = combination;
  for (const variable of variables.toReversed()) {
    const value = variable.values[rest % variable.values.length];
    if (variable.name === name) return value;
    rest = Math.floor(rest / variable.values.length);
  }
  return undefined;
}

/** Whether a decision offers the option in that combination of the variables. */
export function isOffered(option: CompiledOption, combination: number): boolean {
  return option.offered === undefined || option.offered[combination] === '1';
}

/** The combination of the variables after the option has been chosen in that one. */
export function combinationAfter(option: CompiledOption, combination: number): number {
  return option.becomes?.[combination] ?? combination;
}

/** The decisions that are rated, with their ids; a decision without an entry of the catalogue only says what comes next. */
export function ratedDecisions({ states }: CompiledScenario): (readonly [id: string, state: CompiledDecision])[] {
  return Object.entries(states).flatMap(([id, state]) =>
    state.type === 'decision' && state.decision ? [[id, state] as const] : [],
  );
}

/** The combination with which a case begins. */
export function initialCombination(variables: readonly CompiledVariable[]): number {
  return variables.reduce((index, variable) => index * variable.values.length + variable.initial, 0);
}
