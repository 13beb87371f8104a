import { type SentenceRule, when } from '#core/exercise/sentence.ts';
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
      const n = rows.filter(({ state, expected }) => state === expected).length;
      return when(
        rows.some(({ state }) => state !== undefined),
        { params: { n, of: rows.length } },
      );
    },
  },
  ofRows('court.row.accused', ({ state, expected }) => state === 'met' && expected === 'not-met'),
  ofRows('court.row.early', ({ state, expected }) => state === 'met' && expected === 'ask'),
  ofRows('court.row.let-go', ({ state, expected }) => state === 'not-met' && expected === 'met'),
  ofRows('court.measure.fitting', ({ measure }) => measure === 'fitting'),
  ofRows('court.measure.other', ({ measure }) => measure === 'other'),
];

const signed = (motions: readonly MotionFact[]) => motions.filter(({ outcome }) => outcome !== undefined);

const RULINGS: readonly Rule[] = [
  {
    id: 'court.views',
    ground: 'log',
    says: ({ views: { set, of } }) => when(set < of, { params: { n: of - set, of } }),
  },
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
        .filter(({ given, isRight }) => given !== undefined && !isRight)
        .map(({ asks, given = 0, amount }) => ({ params: { sum: asks, given, amount } })),
  },
  {
    id: 'court.sum.after',
    says: ({ sums }) =>
      sums
        .filter(({ given, isRight, after }) => given !== undefined && !isRight && after.length > 0)
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

/** Every sentence of a courtroom exercise, each with its condition. */
export const COURTROOM_SENTENCES: readonly Rule[] = [...MATRIX, ...RULINGS];
