import type { Kinds } from '#case/exercise/model/kinds.ts';
import { actsIn, type CompiledScenario, hasExercise } from './compiled-scenario.ts';

/**
 * What the criteria of this case will be about, as far as its public half tells; announced before it begins. First its
 * kinds of exercise by name, then decisions, the order of acts, and hints. The words of each are under `scored.<part>`.
 */
export function scoredParts({
  scenario,
  kinds,
}: {
  readonly scenario: CompiledScenario;
  readonly kinds: Pick<Kinds, 'plays'>;
}): string[] {
  const states = Object.values(scenario.states);
  const asksHints = states.some((state) => 'hints' in state && (state.hints ?? []).some((cost) => cost > 0));
  return [
    ...kinds.plays.kinds().filter((kind) => hasExercise(scenario, kind)),
    ...(states.some(({ type }) => type === 'decision') ? ['decisions'] : []),
    ...(actsIn(scenario).size > 1 ? ['order'] : []),
    ...(asksHints ? ['hints'] : []),
  ];
}
