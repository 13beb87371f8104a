import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { CourtroomFacts, MotionFact, RowFact } from './facts.ts';

type Rule = SentenceRule<CourtroomFacts>;

const ofRows = (id: string, isOf: (row: RowFact) => boolean): Rule => ({
  id,
  says: ({ rows }) => rows.filter(isOf).map(({ title }) => ({ params: { row: title } })),
});

const MATRIX: readonly Rule[] = [
  { id: 'court.cells.none', ground: 'log', says: ({ cells }) => when(cells.judged === 0) },
  {
    id: 'court.cells',
    says: ({ cells: { judged, right, of } }) => when(judged > 0, { params: { n: right, of } }),
  },
  {
    id: 'court.cells.misplaced',
    says: ({ cells: { misplaced } }) => when(misplaced > 0, { params: { count: misplaced } }),
  },
  {
    id: 'court.cells.baseless',
    says: ({ cells: { baseless } }) => when(baseless > 0, { params: { count: baseless } }),
  },
  {
    id: 'court.rows',
    says: ({ rows }) => {
      const n = rows.filter((row) => row.isAccepted).length;
      return when(
        rows.some(({ state }) => state !== undefined),
        { params: { n, of: rows.length } },
      );
    },
  },
  ofRows('court.row.accused', ({ state, expected }) => state === 'met' && expected === 'not-met'),
  ofRows('court.row.early', (row) => row.state === 'met' && row.expected === 'ask' && !row.isAccepted),
  ofRows('court.row.met-defensible', (row) => row.state === 'met' && row.expected === 'ask' && row.isAccepted),
  ofRows('court.row.let-go', ({ state, expected }) => state === 'not-met' && expected === 'met'),
  ofRows('court.row.closed', ({ state, expected }) => state === 'not-met' && expected === 'ask'),
  ofRows('court.row.asked-of-met', (row) => row.state === 'ask' && row.expected === 'met' && !row.isAccepted),
  ofRows('court.row.asked-defensible', (row) => row.state === 'ask' && row.expected === 'met' && row.isAccepted),
  ofRows('court.row.asked-of-not-met', ({ state, expected }) => state === 'ask' && expected === 'not-met'),
  { id: 'court.rows.none', says: ({ rows }) => when(rows.every(({ state }) => state === undefined)) },
  {
    id: 'court.row.open',
    says: ({ rows }) => {
      const open = rows.filter(({ state }) => state === undefined);
      return open.length === rows.length ? [] : open.map(({ title }) => ({ params: { row: title } }));
    },
  },
  ofRows('court.measure.fitting', ({ measure }) => measure === 'fitting'),
  ofRows('court.measure.other', ({ measure }) => measure === 'other'),
  ofRows('court.measure.none', ({ state, measure }) => state !== undefined && state !== 'met' && measure === undefined),
];

const signed = (motions: readonly MotionFact[]) => motions.filter(({ outcome }) => outcome !== undefined);

const RULINGS: readonly Rule[] = [
  {
    id: 'court.views',
    ground: 'log',
    says: ({ views: { set, of } }) => when(set < of, { params: { n: of - set, of } }),
  },
  { id: 'court.views.after-matrix', says: ({ views }) => when(views.firstAfter === 'matrix') },
  { id: 'court.views.after-ruling', says: ({ views }) => when(views.firstAfter === 'ruling') },
  {
    id: 'court.rulings',
    says: ({ motions }) => {
      const n = signed(motions).length;
      return when(true, { params: { n, of: motions.length } });
    },
  },
  {
    id: 'court.ruling.forbidden',
    says: ({ motions }) =>
      signed(motions)
        .filter(({ forbidden }) => forbidden)
        .map(({ title, outcome = '', seq = 0 }) => ({ params: { motion: title, outcome }, events: [seq] })),
  },
  { id: 'court.red-line', says: ({ redLines }) => redLines.map((params) => ({ params })) },
  {
    id: 'court.sums',
    says: ({ sums }) => {
      const n = sums.filter(({ isRight }) => isRight).length;
      return when(sums.length > 0, { params: { n, of: sums.length } });
    },
  },
  {
    id: 'court.sum.off',
    says: ({ sums }) =>
      sums
        .filter(({ given, isAmountRight }) => given !== undefined && !isAmountRight)
        .map(({ asks, given = 0, amount }) => ({ params: { sum: asks, given, amount } })),
  },
  {
    id: 'court.sum.after',
    says: ({ sums }) =>
      sums
        .filter(({ given, isAmountRight, after }) => given !== undefined && !isAmountRight && after.length > 0)
        .map(({ asks, after }) => ({ params: { sum: asks, on: after.join(' ') } })),
  },
  {
    id: 'court.sum.named',
    says: ({ sums }) =>
      sums.flatMap(({ asks, given = 0, named }) =>
        named === undefined ? [] : [{ params: { sum: asks, given, named } }],
      ),
  },
];

/** The questions of a form, all parts together: the parts stand apart in the report. */
const ITEMS: readonly Rule[] = [
  {
    id: 'court.items.open',
    says: ({ items }) => {
      const [n, of] = [sum(items.map((part) => part.of - part.answered)), sum(items.map((part) => part.of))];
      return when(n > 0, { params: { n, of } });
    },
  },
];

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Every sentence of a courtroom exercise, each with its condition. */
export const COURTROOM_SENTENCES: readonly Rule[] = [...MATRIX, ...RULINGS, ...ITEMS];
