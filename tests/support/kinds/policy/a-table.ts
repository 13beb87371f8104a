import type { TableStanding } from '#kinds/policy/model/effects.ts';
import { type PolicyAction, type PolicyResponse, playPolicy } from '#kinds/policy/model/play.ts';
import type { PolicyBrief } from '#kinds/policy/model/schemas.ts';

/** The findings that the model report of a test gives: where the invented market stands before any measure. */
export const STANDING = { H: 35, E: 45, V: 90, S: 48, R: 70 };

/** The same as the model takes it: the ends are equal, since nothing is open. */
export const START: TableStanding = { H: [35, 35], E: [45, 45], V: [90, 90], S: [48, 48], R: [70, 70] };

/** A small brief: one finding or card for each topic that the tests need, and one that nobody has tested. */
export const BRIEF: PolicyBrief = {
  lot: 'a small table',
  report: {
    title: 'A test of six sites',
    about: 'Prepared for the tests.',
    standing: STANDING,
    findings: [
      { id: 'desk', topics: ['ownership'], word: 'stated', says: 'One desk runs two sites.' },
      { id: 'told', topics: ['referral', 'records'], word: 'pattern', says: 'Nobody was told.', count: [0, 14] },
      { id: 'lawful', topics: ['lawful'], word: 'pattern', says: 'Lawful cards were blocked.', count: [6, 8] },
      { id: 'answer', topics: ['routes', 'capacity'], word: 'pattern', says: 'No answer came.', count: [0, 11] },
      { id: 'closing', topics: ['closure'], word: 'not-tested', says: 'What closing does here.' },
      { id: 'checks', topics: ['checks'], word: 'not-tested', says: 'Whether checks keep anybody out.' },
    ],
  },
  cards: [
    { id: 'income', topics: ['livelihood', 'support'], says: 'Income was less stable.', sources: [] },
    { id: 'moved', topics: ['closure', 'displacement'], says: 'Sites moved abroad.', sources: [] },
    { id: 'help', topics: ['cooperation', 'law'], says: 'Case help can shield a site.', sources: [] },
  ],
  law: [],
};

/** The response to which these actions lead, numbered from 1. */
export const played = (actions: readonly PolicyAction[]): PolicyResponse =>
  actions.reduce<PolicyResponse>(
    (response, action, n) =>
      playPolicy.reduce(response, { ...action } as never, { at: '2031-01-01T00:00:00Z', seq: n + 1 }),
    playPolicy.empty,
  );
