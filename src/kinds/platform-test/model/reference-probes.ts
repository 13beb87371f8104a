import type { TestCardId } from '#market/platforms/model/test-cards.ts';
import type { PlatformTestAction } from './actions.ts';
import type { PlayerId } from './reference-player-ids.ts';
import type { PlatformTestBrief } from './state.ts';

/** Worst cases first, the cheaper ones before the others. */
const ORDER: readonly TestCardId[] = [
  'TC1',
  'TC13',
  'TC2',
  'TC3',
  'TC12',
  'TC11',
  'TC8',
  'TC7',
  'TC5',
  'TC6',
  'TC9',
  'TC14',
  'TC10',
  'TC4',
];

/** One card of one platform, from its placing to its capture. */
export interface Probe {
  readonly site: string;
  readonly card: TestCardId;
  copy?: string;
  done: Set<string>;
  waitUntil: number;
}

/** Maximum copies of a card on one platform: a pattern is two of five, so that more show nothing new. */
export const MAX_COPIES = 5;

/** A probe that has not begun. */
export const newProbe = (site: string, card: TestCardId): Probe => ({ site, card, done: new Set(), waitUntil: 0 });

/** Copies of one card on each platform that the points allow. */
const COPIES_OF_ONE_CARD = 18;

/** Maximum points of one probe. */
export const COST_OF_PROBE = 7;

/** Points that the rest of a probe will take, at most. */
export const stillToPay = ({ done, card }: Probe) =>
  (done.has('capture') ? 0 : 1) +
  (REPORT_OF[card] && !done.has('report') ? 2 : 0) +
  (['TC3', 'TC4', 'TC7'].includes(card) && !done.has('edit') && !done.has('repost') ? 2 : 0);

/** Cards of which a platform may tell the police: their outcome is looked at only after that could have happened. */
export const REFERS: ReadonlySet<TestCardId> = new Set(['TC1', 'TC2', 'TC3', 'TC8', 'TC13']);

/** How each card is reported; cards that are only placed have no report. */
export const REPORT_OF: Readonly<Partial<Record<TestCardId, (copy: string) => PlatformTestAction>>> = {
  TC3: (copy) => ({ type: 'report.sent', copy, reporter: 'parent' }),
  TC4: (copy) => ({ type: 'notice.sent', copy }),
  TC7: (copy) => ({ type: 'report.sent', copy, reporter: 'person-shown' }),
  TC8: (copy) => ({ type: 'report.sent', copy, reporter: 'relative' }),
  TC9: (copy) => ({ type: 'record.asked', copy }),
  TC10: (copy) => ({ type: 'notice.sent', copy }),
  TC11: (copy) => ({ type: 'report.sent', copy, reporter: 'member' }),
  TC14: (copy) => ({ type: 'report.sent', copy, reporter: 'non-user' }),
};

/** The probes of a player, in the order in which they are begun. */
export function queueOf(player: PlayerId, { platforms }: PlatformTestBrief): Probe[] {
  const sites = platforms.map(({ id }) => id);
  const each = (cards: readonly TestCardId[], copies: number) =>
    cards.flatMap((card) => sites.flatMap((site) => Array.from({ length: copies }, () => newProbe(site, card))));
  switch (player) {
    case 'only-tc1':
      return each(['TC1'], COPIES_OF_ONE_CARD);
    case 'tc1-for-everything':
      return each(['TC1'], 1);
    case 'only-one-platform':
      return each(ORDER, MAX_COPIES).filter(({ site }) => site === sites[0]);
    case 'three-in-order':
      return each(ORDER, 3);
    default:
      return each(ORDER, 1);
  }
}
