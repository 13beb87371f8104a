import type { Placed } from '#app/library/parse-with.ts';
import type { Issue } from '#core/kernel/issue.ts';
import type { GroundTruth } from '#core/market/ground-truth.ts';
import type { Market } from '#core/market/market.ts';
import type { ReviewStatement } from '#core/review/statement.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { Scenario } from '#core/scenario/schemas.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';
import { KIND_BUILDS } from './build.ts';
import type { KindLibrary, ReadLibrary } from './kind-plug.ts';

const builds = () => KIND_BUILDS.entries().map(([, build]) => build);

/** Returns the case with the library's additions to the briefs of its exercises. */
export function completeByKinds(compiled: CompiledScenario, library: KindLibrary): CompiledScenario {
  return builds().reduce((whole, build) => build.complete?.(whole, library) ?? whole, compiled);
}

/** Returns the case with what its exercises get from its market. */
export function completeFromMarket(
  compiled: CompiledScenario,
  market: Market,
  truth: Pick<GroundTruth, 'seed' | 'actors'>,
): CompiledScenario {
  return builds().reduce((whole, build) => build.completeFromMarket?.(whole, market, truth) ?? whole, compiled);
}

/** Issues of the exercises of a case that can be found only with the library. */
export function checkByKinds(
  scenario: Placed<Scenario>,
  key: Placed<AnswerKey> | undefined,
  library: KindLibrary,
): Issue[] {
  return builds().flatMap((build) => build.check?.(scenario, key, library) ?? []);
}

/** Does the same for the compiled case. */
export function checkCompiledByKinds(
  scenario: Placed<Scenario>,
  compiled: CompiledScenario,
  library: KindLibrary,
): Issue[] {
  return builds().flatMap((build) => build.checkCompiled?.(scenario, compiled, library) ?? []);
}

/** What the exercises of a case and their fields of the key state, for its reviewers. */
export function statementsByKinds(key: AnswerKey, scenario: Scenario, library: ReadLibrary): ReviewStatement[] {
  return builds().flatMap((build) => build.statements?.(key, scenario, library) ?? []);
}

/** The texts of the library that the exercises of a case show. */
export function textsShownByKinds(scenario: Scenario, library: ReadLibrary): unknown[] {
  return builds().flatMap((build) => build.textsShown?.(scenario, library) ?? []);
}
