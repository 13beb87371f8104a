import { render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { answersTo } from '#kinds/requests/model/answers-to.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import { playRequests, type RequestsAction, type RequestsResponse } from '#kinds/requests/model/play.ts';
import Exercise from '#kinds/requests/screens/Exercise.svelte';
import type { WorldState } from '#market/ads/model/world-state.ts';
import { BEGINS, DESK, market } from './small-desk.ts';

export const PERSON = { operator: 'Analyst 6', title: 'analyst', legalBasis: 'Order OST-0312' };
const world: WorldState = [];

interface Opened {
  readonly desk: Partial<RequestDesk>;
  readonly response: RequestsResponse;
  readonly known: readonly string[];
  readonly readOnly: boolean;
}

/** The desk on screen over a log of its own: acts go through the reducer of the kind, each as long as the kind says. */
export async function openDesk({ desk: change, response: begun, ...extra }: Partial<Opened> = {}) {
  const desk = { ...DESK, ...change };
  const acts: RequestsAction[] = [];
  const done = { committed: 0, printed: 0 };
  let response = begun ?? playRequests.empty;
  let now: Instant = BEGINS;
  const props = () => ({
    title: 'Write to the company',
    text: 'Ask for what is there.',
    market,
    desk,
    response,
    answered: answersTo(response, { desk, market, world }),
    now,
    person: PERSON,
    known: ['0302'],
    copies: [{ item: 'E-01', sha256: 'ab'.repeat(32) }],
    commit: () => (done.committed += 1),
    print: () => (done.printed += 1),
    ...extra,
    act(action: RequestsAction) {
      acts.push(action);
      response = playRequests.reduce(response, action, { at: now, seq: acts.length });
      now = addMinutes(now, playRequests.minutes(action));
      void view.rerender(props());
    },
  });
  const view = render(Exercise, { props: props() });
  await tick();
  return { acts, done, clock: () => now, response: () => response };
}
