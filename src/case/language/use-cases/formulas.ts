import { type CompiledVariable, combinationsOf, type VariableValue } from '#case/language/model/compiled-scenario.ts';
import { createExpressionCompiler, type ExpressionCompiler } from '#kernel/formats/cel/compile-expression.ts';
import type { Issue } from '#kernel/model/issue.ts';

/** The context for compiling expressions to tables: the variables, and where to report an unusable expression. */
export interface Formulas {
  readonly variables: readonly CompiledVariable[];
  readonly combinations: readonly Readonly<Record<string, VariableValue>>[];
  readonly compile: ExpressionCompiler;
  readonly report: (code: string, path: readonly (string | number)[], params: Issue['params']) => void;
}

/** Compiles the expressions of one case, over all combinations of its variables. */
export function createFormulas(variables: readonly CompiledVariable[], report: Formulas['report']): Formulas {
  const combinations = combinationsOf(variables);
  return { variables, combinations, compile: createExpressionCompiler(combinations), report };
}
