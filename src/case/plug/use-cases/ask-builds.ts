import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { KindBuilds, KindLibrary, ReadLibrary, WithBuilds } from './kind-builds.ts';

const buildsOf = ({ builds }: WithBuilds): KindBuilds[] => builds.entries().map(([, build]) => build);

/** Returns the case with the library's additions to the briefs of its exercises. */
export function completeByKinds(compiled: CompiledScenario, library: KindLibrary, kinds: WithBuilds): CompiledScenario {
  return buildsOf(kinds).reduce((whole, build) => build.complete?.(whole, library) ?? whole, compiled);
}

/** Returns the case with what its exercises get from its market. */
export function completeFromMarket(
  compiled: CompiledScenario,
  market: Market,
  truth: Pick<GroundTruth, 'seed' | 'actors' | 'ads'>,
  kinds: WithBuilds,
): CompiledScenario {
  return buildsOf(kinds).reduce((whole, build) => build.completeFromMarket?.(whole, market, truth) ?? whole, compiled);
}

/** Issues of the exercises of a case that can be found only with the library. */
export function checkByKinds(
  scenario: Placed<Scenario>,
  key: Placed<AnswerKey> | undefined,
  library: KindLibrary,
  kinds: WithBuilds,
): Issue[] {
  return buildsOf(kinds).flatMap((build) => build.check?.(scenario, key, library) ?? []);
}

/** Does the same for the compiled case. */
export function checkCompiledByKinds(
  scenario: Placed<Scenario>,
  compiled: CompiledScenario,
  library: KindLibrary,
  kinds: WithBuilds,
): Issue[] {
  return buildsOf(kinds).flatMap((build) => build.checkCompiled?.(scenario, compiled, library) ?? []);
}

/** What the exercises of a case and their fields of the key state, for its reviewers. */
export function statementsByKinds(
  key: AnswerKey,
  scenario: Scenario,
  library: ReadLibrary,
  kinds: WithBuilds,
): ReviewStatement[] {
  return buildsOf(kinds).flatMap((build) => build.statements?.(key, scenario, library) ?? []);
}

/** The texts of the library that the exercises of a case show. */
export function textsShownByKinds(scenario: Scenario, library: ReadLibrary, kinds: WithBuilds): unknown[] {
  return buildsOf(kinds).flatMap((build) => build.textsShown?.(scenario, library) ?? []);
}
