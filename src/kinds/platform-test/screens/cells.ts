import type { TestView } from '#kinds/platform-test/model/visible.ts';
import type { TestCardId } from '#market/platforms/model/test-cards.ts';

/** The cards by what is right for them: the same state is a fault in one group and right in another. */
export const GROUPS = [
  { id: 'block', cards: ['TC1', 'TC2', 'TC3', 'TC4', 'TC5', 'TC6', 'TC13'] },
  { id: 'act', cards: ['TC7', 'TC8', 'TC9', 'TC10', 'TC14'] },
  { id: 'alone', cards: ['TC11', 'TC12'] },
] as const satisfies readonly { readonly id: string; readonly cards: readonly TestCardId[] }[];
export type GroupId = (typeof GROUPS)[number]['id'];

export const groupOf = (card: TestCardId): GroupId =>
  GROUPS.find(({ cards }) => (cards as readonly TestCardId[]).includes(card))?.id ?? 'block';

export type CellState =
  | 'none'
  | 'blocked'
  | 'online'
  | 'removed'
  | 'withdrawn'
  | 'not-posted'
  | 'not-known'
  | 'asked'
  | 'answered'
  | 'came-back'
  | 'refused';
export type CellLook = 'good' | 'live' | 'bad' | 'wait' | 'off';

/** What a cell of the matrix says of a card on a site: the last copy that was placed. */
export interface TestCell {
  readonly state: CellState;
  readonly look: CellLook;
  readonly copies: number;
  /** Hours in this state so far, or until it was reached. */
  readonly hours?: number;
}

const LOOKS: Readonly<Record<GroupId, Readonly<Partial<Record<CellState, CellLook>>>>> = {
  block: { blocked: 'good', online: 'live', removed: 'good', 'came-back': 'bad', answered: 'good', asked: 'wait' },
  act: { online: 'live', removed: 'good', 'came-back': 'bad', answered: 'good', asked: 'wait', refused: 'bad' },
  alone: { blocked: 'bad', online: 'good', removed: 'bad', answered: 'good', asked: 'wait' },
};

/** The events by which a state is reached. What comes later, such as a word of the authority, moves no hours. */
const REACHED_BY: Readonly<Partial<Record<CellState, readonly TestView['events'][number]['type'][]>>> = {
  blocked: ['card.blocked'],
  removed: ['card.removed'],
  withdrawn: ['card.withdrawn'],
  answered: ['report.answered'],
  refused: ['report.refused'],
};
/** States whose hours run from the last report before them, if there was one; those of all others run from the placing. */
const AFTER_REPORT: readonly CellState[] = ['asked', 'answered', 'removed', 'refused'];

/** The cell of a card on a site, from what the team can see. */
export function cellOf(view: TestView, site: string, card: TestCardId): TestCell {
  const copies = view.copies.filter((copy) => copy.site === site && copy.card === card);
  const last = copies.at(-1);
  if (!last) return { state: 'none', look: 'off', copies: 0 };
  const own = view.events.filter((event) => event.site === site && event.card === card && event.copy === last.copy);
  const state = stateOf(last, own, groupOf(card));
  const ending: readonly string[] = REACHED_BY[state] ?? [];
  const told = own.findLast(({ type }) => ending.includes(type))?.hour ?? last.placedAt;
  const asked = own.findLast(({ type, hour }) => type === 'report.sent' && (state === 'asked' || hour <= told))?.hour;
  const since = AFTER_REPORT.includes(state) ? (asked ?? last.placedAt) : last.placedAt;
  const until = state === 'online' || state === 'asked' || state === 'came-back' ? view.hour : told;
  return {
    state,
    look: LOOKS[groupOf(card)][state] ?? 'off',
    copies: copies.length,
    hours: Math.max(0, until - since),
  };
}

function stateOf(last: TestView['copies'][number], own: TestView['events'], group: GroupId): CellState {
  if (last.last === 'online' && last.version > 1) return 'came-back';
  if (['withdrawn', 'not-posted', 'not-known', 'blocked'].includes(last.last)) return last.last;
  const sent = own.findLastIndex(({ type }) => type === 'report.sent');
  if (sent < 0 || (last.last === 'removed' && group !== 'act')) return last.last;
  const after = own.slice(sent + 1);
  if (after.some(({ type }) => type === 'report.answered')) return last.last === 'removed' ? 'removed' : 'answered';
  if (after.some(({ type }) => type === 'report.refused')) return 'refused';
  return last.last === 'removed' ? 'removed' : 'asked';
}
