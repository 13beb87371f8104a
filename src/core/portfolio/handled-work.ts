import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import type { HandledWork } from '#core/exercise/handled.ts';
import { KIND_HANDLED } from '#core/kinds/handled.ts';
import type { Market } from '#core/market/market.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';

/** What was handled in an attempt, exercise by exercise in the order in which they were begun. */
export function handledWork(
  { states }: Pick<CompiledScenario, 'states'>,
  market: Market,
  { choices, responses }: Pick<AttemptState, 'choices' | 'responses'>,
): HandledWork {
  const exercises = Object.entries(responses).flatMap(([id, response]) => {
    const state = Object.hasOwn(states, id) ? states[id] : undefined;
    if (state?.type !== 'exercise') return [];
    return [{ state: id, counts: KIND_HANDLED.of(state.kind)?.handledIn(response, state.brief ?? {}, market) ?? [] }];
  });
  return { decisions: choices.filter(({ state }) => states[state]?.type === 'decision').length, exercises };
}
