import { ACTIONS, type PlatformTestAction, type PlatformTestRole } from './actions.ts';
import { cardOf } from './next-state.ts';
import type { SeenTest } from './seen-test.ts';
import type { TestEvent } from './state.ts';
import { type TestView, viewOf } from './visible.ts';

/** Events that the tester sees: cards and public pages. */
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

/** Events that the advertiser of a card is told. */
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

/** Which events a role sees. Each event is seen by at least one role, and those of a lawful card by two. */
const COMES_TO: Readonly<Record<PlatformTestRole, (event: TestEvent) => boolean>> = {
  // The letters that were sent; the police see their answers.
  lead: ({ type, reporter }) => (type === 'report.sent' && reporter === 'police') || type === 'record.reminded',
  police: isOfPolice,
  support: (event) => !isOfPolice(event) && !ON_PAGES.has(event.type) && event.type !== 'appeal.sent',
  sellers: ({ card, type }) => cardOf(card).lawful && TO_ADVERTISER.has(type),
  tester: ({ type }) => ON_PAGES.has(type),
  statistics: () => false,
};

/** The role that sees the result of each kind of reading. */
const READERS = { terms: 'statistics', mirror: 'statistics', interview: 'lead' } as const;

/**
 * The view of one role: its own part of the team's view, and only the existence of every other copy. Findings, report
 * and points are shared by all roles.
 */
export function viewOfRole({ state, interviews }: SeenTest, role: PlatformTestRole): TestView {
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
export const mayDo = (role: PlatformTestRole, { type }: Pick<PlatformTestAction, 'type'>): boolean =>
  ACTIONS[type].role === role || (type === 'card.withdrawn' && role === 'support');
