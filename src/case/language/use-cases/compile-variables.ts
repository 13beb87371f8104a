import type { CompiledVariable } from '#case/language/model/compiled-scenario.ts';
import { ROLE_VARIABLE } from '#case/language/model/role.ts';
import type { Scenario, Variable } from '#case/language/model/schemas.ts';

/** Number of combinations of a case's variables; computed before they are enumerated, because there may be millions. */
export function countCombinations(scenario: Pick<Scenario, 'variables' | 'role' | 'roles'>): number {
  return Object.values(scenario.variables).reduce(
    (product, variable) => product * countValues(variable),
    rolesOf(scenario).length || 1,
  );
}

/** The variables with all their values; in a case with several roles, the role is the first variable. */
export function compileVariables(scenario: Pick<Scenario, 'variables' | 'role' | 'roles'>): CompiledVariable[] {
  const roles = rolesOf(scenario);
  const role = roles.length > 0 ? [{ name: ROLE_VARIABLE, values: roles, initial: 0 }] : [];
  return [...role, ...Object.entries(scenario.variables).map(([name, variable]) => compileVariable(name, variable))];
}

function rolesOf({ role, roles }: Pick<Scenario, 'role' | 'roles'>): string[] {
  const others = Object.keys(roles ?? {});
  return role.kind && others.length > 0 ? [role.kind, ...others] : [];
}

function countValues(variable: Variable): number {
  switch (variable.type) {
    case 'bool':
      return 2;
    case 'int':
      return variable.max - variable.min + 1;
    case 'one-of':
      return variable.values.length;
  }
}

function compileVariable(name: string, variable: Variable): CompiledVariable {
  switch (variable.type) {
    case 'bool':
      return { name, values: [false, true], initial: variable.initial ? 1 : 0 };
    case 'int': {
      const values = Array.from({ length: countValues(variable) }, (_, n) => variable.min + n);
      return { name, values, initial: variable.initial - variable.min };
    }
    case 'one-of':
      return { name, values: variable.values, initial: variable.values.indexOf(variable.initial) };
  }
}
