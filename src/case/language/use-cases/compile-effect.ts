import type { Effect, VariableValue } from '#case/language/model/compiled-scenario.ts';
import { ROLE_VARIABLE } from '#case/language/model/role.ts';
import type { Effects } from '#case/language/model/schemas.ts';
import type { Formulas } from './formulas.ts';

type Path = readonly (string | number)[];

/**
 * Maps each combination of variables to the one after the effect. An out-of-range value is coded as -1 for the first
 * variable, -2 for the second and so on; the check finds out whether that can happen in play.
 */
export function compileEffect(set: Effects, path: Path, formulas: Formulas): Effect {
  const { variables, combinations, report } = formulas;
  const strides = variables.map((_, n) =>
    variables.slice(n + 1).reduce((product, { values }) => product * values.length, 1),
  );
  const becomes = combinations.map((_, n) => n);
  for (const [name, source] of Object.entries(set)) {
    const at = variables.findIndex((variable) => variable.name === name && name !== ROLE_VARIABLE);
    const variable = variables[at];
    if (!variable) {
      report('scenario.unknown-variable', [...path, name], { variable: name });
      continue;
    }
    const table = tableOf(source, variable.values, [...path, name], formulas);
    const stride = strides[at] ?? 1;
    table?.forEach((value, n) => {
      const before = Math.floor(n / stride) % variable.values.length;
      const after = variable.values.indexOf(value);
      if ((becomes[n] as number) < 0) return;
      becomes[n] = after < 0 ? -1 - at : (becomes[n] as number) + (after - before) * stride;
    });
  }
  return becomes;
}

/** The value after the change, for every combination. Literals and names of the variable's own values are constants. */
function tableOf(
  source: Effects[string],
  values: readonly VariableValue[],
  path: Path,
  { combinations, compile, report }: Formulas,
): readonly VariableValue[] | undefined {
  const type = ({ boolean: 'bool', number: 'int', string: 'string' } as const)[
    typeof values[0] as 'boolean' | 'number' | 'string'
  ];
  if (type === 'string' && values.includes(source)) return combinations.map(() => source);
  const compiled = compile(String(source), type);
  if (compiled.ok) return compiled.table;
  report('scenario.expression', path, { source: String(source), said: compiled.said });
  return undefined;
}
