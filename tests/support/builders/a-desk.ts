import type { ScoreContext } from '#case/exercise/model/exercise-kind.ts';
import { fullLetter } from '#case/reference-players/use-cases/full-letter.ts';
import type { Letter, LetterKind } from '#evidence/letters/model/letter.ts';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import { type RequestsKey, subjectOf } from '#kinds/requests/model/key.ts';
import {
  MINUTES_PER_ACTION,
  playRequests,
  type RequestsAction,
  type RequestsResponse,
} from '#kinds/requests/model/play.ts';
import { scoreRequests } from '#kinds/requests/model/score.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { LAW } from './a-law.ts';
import { scored } from './a-reader.ts';
import { theCase } from './the-library.ts';

export const { market } = theCase().material;
/** Case time of the first act at the desk. */
export const BEGINS: Instant = theCase().material.scenario.start;
const [site] = market.sites;

/** Two companies, at home and abroad, and two offences of which the other State knows one. */
export const DESK: RequestDesk = {
  home: 'ostreland',
  law: LAW,
  platforms: [
    {
      id: 'smallads',
      state: 'tessaval',
      sites: [site?.id ?? ''],
      holds: ['versions', 'subscriber', 'logins', 'payment', 'messages'],
      longestDays: 90,
      answersAfterMinutes: 60,
    },
    {
      id: 'wallet',
      state: 'ostreland',
      sites: ['elsewhere'],
      holds: ['payment'],
      longestDays: 60,
      answersAfterMinutes: 60,
    },
  ],
  states: [
    { id: 'ostreland', name: 'Ostreland', language: 'en' },
    { id: 'tessaval', name: 'Tessaval', language: 'tv' },
  ],
  offences: [
    { id: 'exploitation', text: 'exploitation of a person', maxYears: 5, alsoIn: ['tessaval'] },
    { id: 'purchase', text: 'purchase', maxYears: 1, alsoIn: [] },
  ],
};

export const KEY: RequestsKey = {
  ads: adsSharingPhone(market, '0303'),
  offences: ['exploitation'],
  custodians: ['smallads'],
  data: ['versions', 'subscriber', 'messages', 'device'],
  letters: ['preservation', 'notice', 'assistance'],
};
const HELD = ['versions', 'subscriber', 'messages'] as const;

export const SUBJECT = subjectOf(KEY, DESK, market);

/** A letter that says everything, with the changes that a test makes. */
export function aLetter(kind: LetterKind, change: Partial<Letter> = {}): Letter {
  const span = { from: addMinutes(BEGINS, -60 * 24 * 45), until: BEGINS };
  return {
    ...fullLetter(kind, { subject: SUBJECT, data: HELD, to: 'smallads', issuer: 'judge', days: 90, ...span }),
    ...change,
  };
}

export const send = (letter: Letter): RequestsAction => ({ type: 'letter.sent', letter });
export const renewal = (of: string, days: number): RequestsAction => ({
  type: 'renewal.noted',
  of,
  on: addMinutes(BEGINS, days * 24 * 60),
});

/** The desk after these acts, ten minutes each. */
export function afterActs(...actions: readonly RequestsAction[]): RequestsResponse {
  return actions.reduce(
    (response, action, n) =>
      playRequests.reduce(response, action as never, {
        at: addMinutes(BEGINS, n * MINUTES_PER_ACTION),
        seq: n + 1,
      }),
    playRequests.empty,
  );
}

/** What these acts are worth. */
export function scoredDesk(actions: readonly RequestsAction[], context: Partial<ScoreContext<RequestDesk>> = {}) {
  const given = { market, world: [], evidence: [1], brief: DESK, now: addMinutes(BEGINS, 600), ...context };
  return scored(scoreRequests(afterActs(...actions), KEY, given));
}
