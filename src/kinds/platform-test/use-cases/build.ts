import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { KindBuilds, KindLibrary } from '#case/plug/use-cases/kind-builds.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { PLATFORM_TEST_CHECKS } from '#kinds/platform-test/model/checks.ts';
import { PLATFORM_TEST, type PlatformTestKind } from '#kinds/platform-test/model/kind.ts';
import { platformTestStatements, platformTestTexts } from './statements.ts';

/** The platforms of a market that can be tested; undefined if it has none. */
function platformsOf(market: unknown, { platforms }: KindLibrary) {
  const found = [...platforms].find(([id]) => id === market)?.[1];
  return found && found.tested.length > 0 ? found : undefined;
}

/**
 * Adds the platforms of its market, with their hidden half, and the hour at which the case begins to each test. They
 * are part of the hash of the case, because the same acts have other results on other platforms.
 */
function withPlatforms(compiled: CompiledScenario, library: KindLibrary): CompiledScenario {
  const asAuthored = Object.entries(compiled.states).map(([path, state]) => ({ path, state }));
  const tests = new Map(
    PLATFORM_TEST.authoredIn(asAuthored).map(({ path, brief }) => {
      const { tested = [], mirrors = [], pages } = platformsOf(brief.market, library) ?? {};
      const added = { from: compiled.start, platforms: tested, mirrors, ...(pages && { pages }) };
      return [path, { ...brief, ...added }];
    }),
  );
  if (tests.size === 0) return compiled;
  return {
    ...compiled,
    hash: sha256Hex(canonicalJson({ scenario: compiled.hash, tests: asJson([...tests]) })),
    states: PLATFORM_TEST.statesWith(compiled, (brief, id) => tests.get(id) ?? brief),
  };
}

/** Gives each test its platforms, and refuses a market that has none or is not the one of the case. */
export const PLATFORM_TEST_BUILDS: KindBuilds<PlatformTestKind> = {
  ...PLATFORM_TEST_CHECKS,
  codes: ['checkathon.other-market', 'checkathon.no-platforms'],
  complete: withPlatforms,
  /** The id of the market, which every page that a platform sends names. The hash of the case covers it already. */
  completeFromMarket: (compiled, { marketId }) => ({
    ...compiled,
    states: PLATFORM_TEST.statesWith(compiled, (brief) => ({ ...brief, marketId })),
  }),
  statements: platformTestStatements,
  textsShown: platformTestTexts,
  check(scenario, _, library) {
    const { profile } = scenario.value.market;
    return PLATFORM_TEST.authoredIn(stateTree(scenario.value)).flatMap(({ path, brief: { market } }) => {
      const at = [...path, 'brief', 'market'];
      if (market !== profile)
        return [fault('checkathon.other-market', scenario, at, { market: String(market), profile })];
      return platformsOf(market, library) ? [] : [fault('checkathon.no-platforms', scenario, at, { market })];
    });
  },
};
