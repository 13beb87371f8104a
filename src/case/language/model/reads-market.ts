import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { CompiledScenario } from './compiled-scenario.ts';

/** True where an exercise of the case shows ads of its market, so that a player can meet a withheld card. */
export function readsMarket({
  scenario: { states },
  kinds: { plays },
}: {
  readonly scenario: Pick<CompiledScenario, 'states'>;
  readonly kinds: Pick<Kinds, 'plays'>;
}): boolean {
  return Object.values(states).some((state) => state.type === 'exercise' && plays.of(state.kind)?.showsAds !== false);
}
