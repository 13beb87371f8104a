import { type AttemptState, stateOf } from '#core/attempt/replay-attempt.ts';
import { required } from '#core/kernel/invariant.ts';
import type { Market } from '#core/market/market.ts';
import { type AnsweredLetter, answersTo } from '#core/requests/answers-to.ts';
import type { RequestDesk } from '#core/requests/desk.ts';
import { playRequests, type RequestsResponse } from '#core/requests/play.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';

/** What a request desk of the case shows: who stands on it, what was written, and what came back. */
export interface OpenDesk {
  readonly desk: RequestDesk;
  readonly response: RequestsResponse;
  readonly answered: readonly AnsweredLetter[];
}

export function openDesk(
  { scenario, market }: { readonly scenario: CompiledScenario; readonly market: Market },
  { responses, world }: Pick<AttemptState, 'responses' | 'world'>,
  id: string,
): OpenDesk {
  const state = stateOf(scenario, id);
  const brief = required(state.type === 'exercise' ? state.brief : undefined, `the desk of ${id}`);
  const desk = brief as unknown as RequestDesk;
  const response = (responses[id] ?? playRequests.empty) as RequestsResponse;
  return { desk, response, answered: answersTo(response, { desk, market, world }) };
}
