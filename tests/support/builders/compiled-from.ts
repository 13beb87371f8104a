import { compileScenario } from '#app/library/compile-scenario.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { Scenario } from '#core/scenario/schemas.ts';

/** The tables of a scenario that was never a file. Throws where its formulas cannot be used. */
export function compiledFrom(scenario: Scenario): CompiledScenario {
  const position = () => ({ file: 'a-test', line: 1, column: 1 });
  const compiled = compileScenario({ value: scenario, position, warnings: [], lines: [] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled.value;
}
