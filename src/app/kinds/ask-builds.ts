import type { Placed } from '#app/library/parse-with.ts';
import type { Issue } from '#core/kernel/issue.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { Scenario } from '#core/scenario/schemas.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';
import { KIND_BUILDS } from './build.ts';
import type { KindLibrary } from './kind-plug.ts';

const builds = () => KIND_BUILDS.entries().map(([, build]) => build);

/** The case with what the library adds to the briefs of its exercises. */
export function completeByKinds(compiled: CompiledScenario, library: KindLibrary): CompiledScenario {
  return builds().reduce((whole, build) => build.complete?.(whole, library) ?? whole, compiled);
}

/** What is wrong with the exercises of a case that only the library can tell. */
export function checkByKinds(
  scenario: Placed<Scenario>,
  key: Placed<AnswerKey> | undefined,
  library: KindLibrary,
): Issue[] {
  return builds().flatMap((build) => build.check?.(scenario, key, library) ?? []);
}

/** The same over the case as it is played. */
export function checkCompiledByKinds(
  scenario: Placed<Scenario>,
  compiled: CompiledScenario,
  library: KindLibrary,
): Issue[] {
  return builds().flatMap((build) => build.checkCompiled?.(scenario, compiled, library) ?? []);
}
