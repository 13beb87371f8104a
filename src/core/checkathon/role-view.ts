import { ACTIONS, type CheckathonAction, type CheckathonRole } from './actions.ts';
import { cardOf } from './draft.ts';
import type { SeenTest } from './seen-test.ts';
import type { TestEvent } from './state.ts';
import { type TeamView, viewOf } from './visible.ts';

/** What comes to the tester: cards and public pages. */
const ON_PAGES: ReadonlySet<TestEvent['type']> = new Set([
  'card.submitted',
  'card.published',
  'card.blocked',
  'card.edited',
  'card.reposted',
  'card.withdrawn',
  'card.removed',
  'card.restored',
  'site.down',
  'label.asked',
  'mirror.copied',
]);

/** What an advertiser is told of a card. */
const TO_ADVERTISER: ReadonlySet<TestEvent['type']> = new Set([
  'card.submitted',
  'card.published',
  'card.blocked',
  'card.removed',
  'card.restored',
  'appeal.sent',
]);

const isOfPolice = ({ type, reporter }: TestEvent) =>
  reporter === 'police' || type === 'referral.received' || type === 'record.kept' || type === 'record.reminded';

/** Which events come to the desk of a role. Each event comes to one at least, but for those of a lawful card to two. */
const COMES_TO: Readonly<Record<CheckathonRole, (event: TestEvent) => boolean>> = {
  // The letters that went out; what came of them lies with the police.
  lead: ({ type, reporter }) => (type === 'report.sent' && reporter === 'police') || type === 'record.reminded',
  police: isOfPolice,
  support: (event) => !isOfPolice(event) && !ON_PAGES.has(event.type) && event.type !== 'appeal.sent',
  sellers: ({ card, type }) => cardOf(card).lawful && TO_ADVERTISER.has(type),
  tester: ({ type }) => ON_PAGES.has(type),
  statistics: () => false,
};

/** What is read belongs to the role that reads it. */
const READERS = { terms: 'statistics', mirror: 'statistics', interview: 'lead' } as const;

/**
 * What one role of a team sees: its own part of what the team sees, and of every other copy that it is there. Findings, report
 * and points belong to all roles.
 */
export function viewOfRole({ state, interviews }: SeenTest, role: CheckathonRole): TeamView {
  const own = {
    ...state,
    events: state.events.filter(COMES_TO[role]),
    items: role === 'tester' ? state.items : [],
    reads: state.reads.filter(({ what }) => READERS[what] === role),
    replies: role === 'lead' ? state.replies : [],
  };
  const view = viewOf(own, role === 'lead' ? interviews : {});
  const told = new Set(view.events.map(({ site, card, copy }) => `${site}-${card}-${copy}`));
  return {
    ...view,
    copies: view.copies.map((copy) => (told.has(copy.id) ? copy : { ...copy, last: 'not-known' as const })),
  };
}

/** True if an act is the work of a role. The support service may take down any card: that is its veto. */
export const mayDo = (role: CheckathonRole, { type }: Pick<CheckathonAction, 'type'>): boolean =>
  ACTIONS[type].role === role || (type === 'card.withdrawn' && role === 'support');
