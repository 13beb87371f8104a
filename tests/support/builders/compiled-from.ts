import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { compileScenario } from '#case/language/use-cases/compile-scenario.ts';

/** The tables of a scenario that was never a file. Throws where its formulas cannot be used. */
export function compiledFrom(scenario: Scenario): CompiledScenario {
  const position = () => ({ file: 'a-test', line: 1, column: 1 });
  const compiled = compileScenario({ value: scenario, position, warnings: [], lines: [] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled.value;
}
