import { type ASTNode, Environment } from '@marcbachmann/cel-js';

export type CelValue = boolean | number | string;

/** The results of an expression for all combinations of variables, in the order of the combinations. */
export type ExpressionTable = readonly CelValue[];

export type CompiledExpression =
  | { readonly ok: true; readonly table: ExpressionTable }
  | { readonly ok: false; readonly said: string };

export type ExpressionCompiler = (source: string, result: 'bool' | 'int' | 'string') => CompiledExpression;

/** Maximum length and depth of an expression; beyond that it is reported as a fault. */
const MAX_CHARACTERS = 500;
const LIMITS = { maxAstNodes: 200, maxDepth: 40, maxListElements: 64 };

/**
 * Allowed parts of an expression: variables, literals, lists of them, and operators. No function, no macro, no field:
 * such an expression terminates in a number of steps bounded by its size, and has access to its variables only.
 */
const ALLOWED_OPERATORS: ReadonlySet<string> = new Set(
  'value id list ?: || && !_ -_ == != < <= > >= + - * / % in'.split(' ') satisfies readonly string[],
);

/**
 * Evaluates CEL expressions once for every combination of variables, so that playing and checking a scenario only needs
 * look-ups. For build and author tools only: no expression is evaluated in a trainee's browser.
 * @see https://github.com/google/cel-spec
 */
export function createExpressionCompiler(
  combinations: readonly Readonly<Record<string, CelValue>>[],
): ExpressionCompiler {
  const names = Object.entries(combinations[0] ?? {});
  let environment = new Environment({ limits: LIMITS });
  for (const [name, value] of names) environment = environment.registerVariable(name, typeOf(value));
  const worlds = combinations.map((values) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? BigInt(value) : value]),
    ),
  );
  const known = new Set(names.map(([name]) => name));
  const compiled = new Map<string, CompiledExpression>();

  function compile(source: string, result: string): CompiledExpression {
    if (source.length > MAX_CHARACTERS) return { ok: false, said: `it is longer than ${MAX_CHARACTERS} characters` };
    try {
      const expression = environment.parse(source);
      const foreign = disallowedPart(expression.ast, known);
      if (foreign) return { ok: false, said: foreign };
      const checked = expression.check();
      if (!checked.valid) return { ok: false, said: firstLine(checked.error) };
      if (checked.type !== result) return { ok: false, said: `it gives ${checked.type}, not ${result}` };
      const table = worlds.map((world) => {
        const value: unknown = expression(world);
        return typeof value === 'bigint' ? Number(value) : (value as CelValue);
      });
      return { ok: true, table };
    } catch (error) {
      return { ok: false, said: firstLine(error) };
    }
  }

  return (source, result) => {
    const key = `${result} ${source}`;
    const before = compiled.get(key);
    if (before) return before;
    const made = compile(source, result);
    compiled.set(key, made);
    return made;
  };
}

function typeOf(value: CelValue): 'bool' | 'int' | 'string' {
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'number' ? 'int' : 'string';
}

/** A disallowed part of an expression, in words; undefined if there is none. */
function disallowedPart({ op, args }: ASTNode, known: ReadonlySet<string>): string | undefined {
  if (op === 'call' || op === 'rcall') return `${String(args[0])}(...) asks for a function, and none may be used`;
  if (!ALLOWED_OPERATORS.has(op)) return `${op} is no sign that may be used`;
  if (op === 'id') return known.has(args as string) ? undefined : `Unknown variable: ${String(args)}`;
  if (op === 'value')
    return ['boolean', 'bigint', 'string'].includes(typeof args) ? undefined : 'only whole numbers may be used';
  for (const part of Array.isArray(args) ? args : [args]) {
    const foreign = disallowedPart(part as ASTNode, known);
    if (foreign) return foreign;
  }
  return undefined;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}
