import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { type AnsweredLetter, answersTo } from '#kinds/requests/model/answers-to.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import { REQUESTS } from '#kinds/requests/model/kind.ts';
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
  const desk = REQUESTS.briefOf(scenario, id);
  const response = REQUESTS.responseOf(responses, id) ?? playRequests.empty;
  return { desk, response, answered: answersTo(response, { desk, market, world }) };
}
