import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import type { Composed } from './compose-ad.ts';

/** What differs between an ad and the one that its author posted before. */
export type PostEdit = 'none' | 'price' | 'title' | 'dropped' | 'reworded' | 'again';

/**
 * Most posts are the ad as it was; about a third have one edit, since an edit that would leave too little of the ad before
 * is not made. Kinds of edits are equally likely for all authors.
 */
const KINDS: readonly PostEdit[] = [
  ...new Array<PostEdit>(9).fill('none'),
  ...new Array<PostEdit>(5).fill('price'),
  'title',
  'title',
  'dropped',
  'dropped',
  'reworded',
  'reworded',
  'again',
];

/** Texts of fewer lines lose none: too little of the ad before would be left. */
const MIN_LINES_TO_DROP = 5;
/** A line is dropped or worded anew only where it is at most a part of this many of the text. */
const MOST_CHANGED = 4;
/** Texts of fewer lines keep their title. */
const MIN_LINES_FOR_TITLE = 4;
/** Steps of a new price, in SIM; pay of a month moves by ten times as much. */
const STEPS = [-10, -5, 5, 10, 10, 20] as const;
const LEAST_MONTHLY = 1000;

/** How a post differs from the first one, after all edits up to it. */
export interface EditState {
  readonly edit: PostEdit;
  readonly amount: number;
  /** Index of the title among those that fit; -1 for the first one. */
  readonly title: number;
  /** Places of lines that were dropped, and of lines that are said in another way. */
  readonly dropped: ReadonlySet<number>;
  readonly reworded: ReadonlyMap<number, number>;
}

export interface EditOrder {
  /** The author's post of this master, from 0. */
  readonly nth: number;
  readonly persona: number;
  readonly amount: number;
  /** Amounts that keep what the amount shows; an edit never leaves them. */
  readonly amounts: readonly [least: number, most: number];
}

/** The state after `nth` re-posts. Each step is drawn for the persona and the step, so any post can be written alone. */
export function editsUpTo({ nth, persona, ...order }: EditOrder, text: Composed, draw: KeyedFunction): EditState {
  let state: EditState = {
    edit: 'none',
    amount: order.amount,
    title: -1,
    dropped: new Set(),
    reworded: new Map(),
  };
  for (let step = 1; step <= nth; step++) {
    const below = (use: number, bound: number) => draw(persona, step, use) % bound;
    const kind = KINDS[below(0, KINDS.length)] as PostEdit;
    state = edited({ ...state, edit: 'none' }, kind, order, text, below);
  }
  return state;
}

function edited(
  state: EditState,
  kind: PostEdit,
  { amounts }: Pick<EditOrder, 'amounts'>,
  text: Composed,
  below: (use: number, bound: number) => number,
): EditState {
  if (kind === 'price') {
    const step = (STEPS[below(1, STEPS.length)] as number) * (state.amount < LEAST_MONTHLY ? 1 : 10);
    const amount = state.amount + step;
    return amount < amounts[0] || amount > amounts[1] ? state : { ...state, edit: kind, amount };
  }
  const left = text.lines.length - state.dropped.size;
  if (kind === 'title' || kind === 'again') {
    if (left < MIN_LINES_FOR_TITLE) return state;
    const choices = text.titles.flatMap((title, n) => (title.again === (kind === 'again') ? [n] : []));
    const title = choices[below(2, Math.max(1, choices.length))];
    return title === undefined || title === state.title ? state : { ...state, edit: kind, title };
  }
  if (left < MIN_LINES_TO_DROP) return state;
  const length = text.lines.reduce((sum, { line }) => sum + line.written.length, 0);
  const own = text.lines.flatMap(({ line, shows, isOwn }, n) =>
    isOwn && shows === undefined && !state.dropped.has(n) && line.written.length * MOST_CHANGED <= length ? [n] : [],
  );
  if (kind === 'dropped') {
    const last = own.at(-1);
    return last === undefined ? state : { ...state, edit: kind, dropped: new Set([...state.dropped, last]) };
  }
  if (kind === 'reworded') {
    const open = own.filter((n) => (text.lines[n]?.others.length ?? 0) > 0 && !state.reworded.has(n));
    const line = open[below(3, Math.max(1, open.length))];
    if (line === undefined) return state;
    const way = below(4, text.lines[line]?.others.length ?? 1);
    return { ...state, edit: kind, reworded: new Map([...state.reworded, [line, way]]) };
  }
  return state;
}
