import type { Kinds } from '#core/exercise/kinds.ts';
import type { Market } from '#core/market/market.ts';
import type { MarketProfile } from '#core/market/schemas.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';

/** The owners of the market's sites from its profile; empty in a case without an exercise that needs them. */
export function siteOwners(
  { states }: Pick<CompiledScenario, 'states'>,
  { sites }: Pick<MarketProfile, 'sites'>,
  market: Pick<Market, 'sites'>,
  { checks }: Pick<Kinds, 'checks'>,
): { readonly owners?: Readonly<Record<string, string>> } {
  if (!Object.values(states).some((state) => state.type === 'exercise' && checks.of(state.kind)?.needsOwners))
    return {};
  const shown = new Set(market.sites.map(({ id }) => id));
  return { owners: Object.fromEntries(sites.flatMap(({ id, owner }) => (shown.has(id) ? [[id, owner]] : []))) };
}
