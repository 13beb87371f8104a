import { Environment } from '@marcbachmann/cel-js';

/** The result of an expression for every combination of variables, in the order in which the combinations come. */
export type ExpressionTable = readonly (boolean | number)[];

export type CompiledExpression =
  | { readonly ok: true; readonly table: ExpressionTable }
  | { readonly ok: false; readonly said: string };

/**
 * Evaluates a CEL expression once for every combination of variables, so that whoever plays or checks a scenario only
 * looks results up. Build and author tools only: no expression is ever evaluated in a reader's browser.
 * @see https://github.com/google/cel-spec
 */
export function compileExpression(
  source: string,
  result: 'bool' | 'int',
  combinations: readonly Readonly<Record<string, boolean | number>>[],
): CompiledExpression {
  const sample = combinations[0] ?? {};
  try {
    let environment = new Environment();
    for (const [name, value] of Object.entries(sample))
      environment = environment.registerVariable(name, typeof value === 'boolean' ? 'bool' : 'int');
    const expression = environment.parse(source);
    const checked = expression.check();
    if (!checked.valid) return { ok: false, said: firstLine(checked.error) };
    if (checked.type !== result) return { ok: false, said: `it gives ${checked.type}, not ${result}` };
    const table = combinations.map((values) => {
      const bound = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? BigInt(value) : value]),
      );
      const value: unknown = expression(bound);
      return typeof value === 'bigint' ? Number(value) : (value as boolean);
    });
    return { ok: true, table };
  } catch (error) {
    return { ok: false, said: firstLine(error) };
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}
