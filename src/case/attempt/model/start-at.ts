import {
  type CompiledScenario,
  combinationIndex,
  combinationsOf,
  initialCombination,
  type VariableValue,
} from '#case/language/model/compiled-scenario.ts';
import { ROLE_VARIABLE, type Role } from '#case/language/model/role.ts';
import { InvariantError, required } from '#kernel/model/invariant.ts';

/** A state in the middle of a case from which an author plays. A trainee's attempt never has one. */
export interface AttemptStart {
  /** The state in front. */
  readonly state: string;
  readonly active: readonly string[];
  readonly combination: number;
}

/** What an author asks for: a state, and the variables that differ from their initial values. */
export interface WantedStart {
  readonly state: string;
  readonly values?: Readonly<Record<string, VariableValue>>;
  readonly role?: Role | undefined;
}

/**
 * The configuration in which that state is active. A compound state is entered at its initial state; if the state lies
 * in a region, the other regions are at their initial states too. Throws for a value that the variable cannot take.
 */
export function startAt(scenario: CompiledScenario, { state, values, role }: WantedStart): AttemptStart {
  const begun: Readonly<Record<string, VariableValue>> =
    combinationsOf(scenario.variables)[initialCombination(scenario, role)] ?? {};
  const wanted: Readonly<Record<string, VariableValue>> = {
    ...begun,
    ...values,
    ...(scenario.roles && { [ROLE_VARIABLE]: begun[ROLE_VARIABLE] as VariableValue }),
  };
  for (const variable of scenario.variables)
    if (!variable.values.includes(wanted[variable.name] as VariableValue))
      throw new InvariantError(
        `The variable ${variable.name} cannot be ${wanted[variable.name]}. Take one of its values.`,
      );
  const inside = firstsOf(scenario, state);
  return {
    state: required(inside[0], `the first scene of state ${state}`),
    active: besideOf(scenario, state, inside),
    combination: combinationIndex(scenario.variables, wanted),
  };
}

/** The initial scenes of a state; the state itself if it has no children. */
function firstsOf(scenario: CompiledScenario, id: string): readonly string[] {
  const state = required(scenario.states[id], `state ${id} of scenario ${scenario.id}`);
  if (state.type === 'parallel') return state.regions.flatMap((region) => firstsOf(scenario, region));
  return 'initial' in state ? firstsOf(scenario, state.initial) : [id];
}

/** Those scenes, with the scenes of parallel regions that have to be active beside them. */
function besideOf(scenario: CompiledScenario, id: string, active: readonly string[]): readonly string[] {
  const parent = scenario.states[id]?.parent;
  if (parent === undefined) return active;
  const around = scenario.states[parent];
  const all =
    around?.type === 'parallel'
      ? around.regions.flatMap((region) => (region === id ? active : firstsOf(scenario, region)))
      : active;
  return besideOf(scenario, parent, all);
}
