import type { Issue } from '#core/kernel/issue.ts';
import { type CompiledVariable, combinationsOf, type Value } from '#core/scenario/compiled-scenario.ts';
import { createExpressionCompiler, type ExpressionCompiler } from '#formats/cel/compile-expression.ts';

/** What turning expressions into tables needs: the variables, and where to report that one cannot be used. */
export interface Formulas {
  readonly variables: readonly CompiledVariable[];
  readonly combinations: readonly Readonly<Record<string, Value>>[];
  readonly compile: ExpressionCompiler;
  readonly report: (code: string, path: readonly (string | number)[], params: Issue['params']) => void;
}

/** The expressions of one case, over all combinations of its variables. */
export function createFormulas(variables: readonly CompiledVariable[], report: Formulas['report']): Formulas {
  const combinations = combinationsOf(variables);
  return { variables, combinations, compile: createExpressionCompiler(combinations), report };
}
