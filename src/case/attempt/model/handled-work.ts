import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import type { HandledWork } from '#case/exercise/model/handled.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Market } from '#market/ads/model/market.ts';

/** What was handled in an attempt, exercise by exercise in the order in which they were begun. */
export function handledWork(
  { scenario: { states }, market }: { readonly scenario: Pick<CompiledScenario, 'states'>; readonly market: Market },
  { choices, responses }: Pick<AttemptState, 'choices' | 'responses'>,
  { tells }: Pick<Kinds, 'tells'>,
): HandledWork {
  const exercises = Object.entries(responses).flatMap(([id, response]) => {
    const state = Object.hasOwn(states, id) ? states[id] : undefined;
    if (state?.type !== 'exercise') return [];
    return [
      {
        state: id,
        counts: tells
          .need(state.kind)
          .tell(response)
          .handled(state.brief ?? {}, market),
      },
    ];
  });
  return { decisions: choices.filter(({ state }) => states[state]?.type === 'decision').length, exercises };
}
