import { fullLetter } from '#case/reference-players/use-cases/full-letter.ts';
import type { Letter, LetterKind } from '#evidence/letters/model/letter.ts';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import type { RequestsFacts } from '#kinds/requests/model/facts.ts';
import { type RequestsKey, subjectOf } from '#kinds/requests/model/key.ts';
import { playRequests, type RequestsAction, type RequestsResponse } from '#kinds/requests/model/play.ts';
import { scoreRequests } from '#kinds/requests/model/score.ts';
import { REQUESTS_SENTENCES } from '#kinds/requests/model/sentences.ts';
import { LAW } from '../../builders/a-law.ts';
import { NOW, SMALL_MARKET } from '../../market/small-market.ts';

export const market = SMALL_MARKET;
export const BEGINS: Instant = NOW;

/** A company abroad that runs the site of the small market, and one at home that runs another. */
export const DESK: RequestDesk = {
  home: 'ostreland',
  law: LAW,
  platforms: [
    {
      id: 'smallads',
      state: 'tessaval',
      sites: ['ostrel-smallads'],
      holds: ['versions', 'subscriber', 'messages'],
      longestDays: 90,
      answersAfterMinutes: 60,
    },
    {
      id: 'sim-wallet',
      state: 'ostreland',
      sites: ['elsewhere'],
      holds: ['payment'],
      longestDays: 60,
      answersAfterMinutes: 1440,
    },
  ],
  states: [
    { id: 'ostreland', name: 'Ostreland', language: 'Ostrel' },
    { id: 'tessaval', name: 'Tessaval', language: 'Tessaval' },
  ],
  offences: [
    { id: 'exploitation', text: 'exploitation of a person', maxYears: 5, alsoIn: ['tessaval'] },
    { id: 'purchase', text: 'purchase', maxYears: 1, alsoIn: [] },
  ],
};

const KEY: RequestsKey = {
  ads: ['0302'],
  offences: ['exploitation'],
  custodians: ['smallads'],
  data: ['versions', 'subscriber', 'messages'],
  letters: ['preservation', 'notice', 'assistance'],
};

/** A letter that says everything, with the changes that a test makes. */
export function aLetter(kind: LetterKind, change: Partial<Letter> = {}): Letter {
  const span = { from: addMinutes(BEGINS, -60 * 24 * 30), until: BEGINS };
  const subject = subjectOf(KEY, DESK, market);
  return {
    ...fullLetter(kind, { subject, data: KEY.data, to: 'smallads', issuer: 'judge', days: 90, ...span }),
    ...change,
  };
}

export const send = (letter: Letter): RequestsAction => ({ type: 'letter.sent', letter });

/** The desk after these acts, all of them at its first moment. */
export function afterActs(...actions: readonly RequestsAction[]): RequestsResponse {
  return actions.reduce(
    (response, action, n) => playRequests.reduce(response, action as never, { at: BEGINS, seq: n + 1 }),
    playRequests.empty,
  );
}

/** What the debrief is told of these acts: findings, and the sentences that are true of them. */
export function scoredOf(response: RequestsResponse) {
  const context = { market, world: [], evidence: [1], brief: DESK as never, now: addMinutes(BEGINS, 600) };
  const { findings, facts } = scoreRequests(response, KEY, context);
  return { findings, sentences: sentencesFrom(REQUESTS_SENTENCES, facts as RequestsFacts) };
}
