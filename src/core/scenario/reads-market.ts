import { KINDS_WITHOUT_ADS } from '#core/kinds/without-ads.ts';
import type { CompiledScenario } from './compiled-scenario.ts';

/** True where an exercise of the case shows ads of its market, so that a player can meet a withheld card. */
export function readsMarket({ states }: Pick<CompiledScenario, 'states'>): boolean {
  return Object.values(states).some((state) => state.type === 'exercise' && !KINDS_WITHOUT_ADS.has(state.kind));
}
