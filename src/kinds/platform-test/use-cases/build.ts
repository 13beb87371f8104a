import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { KindBuilds, KindLibrary } from '#case/plug/use-cases/kind-builds.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { PLATFORM_TEST_CHECKS } from '#kinds/platform-test/model/checks.ts';
import { platformTestStatements, platformTestTexts } from './statements.ts';

/** What a scenario says of a test; the platforms are not in it. */
interface AuthoredBrief {
  readonly market: string;
  readonly seed: string;
  readonly people: number;
}

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
  const tests = Object.entries(compiled.states).flatMap(([id, state]) => {
    if (state.type !== 'exercise' || state.kind !== 'platform-test') return [];
    const brief = state.brief as unknown as AuthoredBrief;
    const found = platformsOf(brief.market, library);
    const { tested = [], mirrors = [], pages } = found ?? {};
    const added = { from: compiled.start, platforms: tested, mirrors, ...(pages && { pages }) };
    return [[id, { ...state, brief: { ...brief, ...added } }] as const];
  });
  if (tests.length === 0) return compiled;
  const briefs = tests.map(([id, { brief }]) => [id, brief]);
  return {
    ...compiled,
    hash: sha256Hex(canonicalJson({ scenario: compiled.hash, tests: briefs as unknown as Json })),
    states: { ...compiled.states, ...Object.fromEntries(tests) },
  };
}

/** Gives each test its platforms, and refuses a market that has none or is not the one of the case. */
export const PLATFORM_TEST_BUILDS: KindBuilds = {
  ...PLATFORM_TEST_CHECKS,
  codes: ['checkathon.other-market', 'checkathon.no-platforms'],
  complete: withPlatforms,
  /** The id of the market, which every page that a platform sends names. The hash of the case covers it already. */
  completeFromMarket(compiled, { marketId }) {
    const states = Object.entries(compiled.states).map(([id, state]) => {
      if (state.type !== 'exercise' || state.kind !== 'platform-test') return [id, state] as const;
      return [id, { ...state, brief: { ...state.brief, marketId } }] as const;
    });
    return { ...compiled, states: Object.fromEntries(states) };
  },
  statements: platformTestStatements,
  textsShown: platformTestTexts,
  check(scenario, _, library) {
    const { profile } = scenario.value.market;
    return stateTree(scenario.value).flatMap(({ state, path }) => {
      if (state.type !== 'exercise' || state.kind !== 'platform-test') return [];
      const { market } = state.brief as unknown as Partial<AuthoredBrief>;
      const at = [...path, 'brief', 'market'];
      if (market !== profile)
        return [fault('checkathon.other-market', scenario, at, { market: String(market), profile })];
      return platformsOf(market, library) ? [] : [fault('checkathon.no-platforms', scenario, at, { market })];
    });
  },
};
