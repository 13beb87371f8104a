import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';

/** The owners of the market's sites from its profile; empty in a case without an exercise that needs them. */
export function siteOwners(
  { states }: Pick<CompiledScenario, 'states'>,
  { sites }: Pick<MarketProfile, 'sites'>,
  market: Pick<Market, 'sites'>,
  { builds }: Pick<Kinds, 'builds'>,
): { readonly owners?: Readonly<Record<string, string>> } {
  if (!Object.values(states).some((state) => state.type === 'exercise' && builds.of(state.kind)?.needsOwners))
    return {};
  const shown = new Set(market.sites.map(({ id }) => id));
  return { owners: Object.fromEntries(sites.flatMap(({ id, owner }) => (shown.has(id) ? [[id, owner]] : []))) };
}
