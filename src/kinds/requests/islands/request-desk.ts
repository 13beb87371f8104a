import { type AttemptState, stateOf } from '#case/attempt/model/replay-attempt.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { required } from '#kernel/model/invariant.ts';
import { type AnsweredLetter, answersTo } from '#kinds/requests/model/answers-to.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import { playRequests, type RequestsResponse } from '#kinds/requests/model/play.ts';
import type { Market } from '#market/ads/model/market.ts';

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
