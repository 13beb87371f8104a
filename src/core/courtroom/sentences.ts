import { type SentenceRule, when } from '#core/exercise/sentence.ts';
import type { CourtroomFacts, MotionFact, RowFact } from './facts.ts';

type Rule = SentenceRule<CourtroomFacts>;

const ofRows = (id: string, isOf: (row: RowFact) => boolean): Rule => ({
  id,
  says: ({ rows }) => rows.filter(isOf).map(({ title }) => ({ params: { row: title } })),
});

const MATRIX: readonly Rule[] = [
  { id: 'court.cells.none', says: ({ cells }) => when(cells.judged === 0) },
  {
    id: 'court.cells',
    says: ({ cells: { judged, right, of } }) => when(judged > 0, { params: { n: right, of } }),
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
  ofRows('court.row.accused', ({ state, expected }) => state === 'met' && expected !== 'met'),
  ofRows('court.row.let-go', ({ state, expected }) => state === 'not-met' && expected === 'met'),
  ofRows('court.measure.fitting', ({ measure }) => measure === 'fitting'),
  ofRows('court.measure.other', ({ measure }) => measure === 'other'),
];

const signed = (motions: readonly MotionFact[]) => motions.filter(({ outcome }) => outcome !== undefined);

const RULINGS: readonly Rule[] = [
  {
    id: 'court.views',
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
];

/** Every sentence of a courtroom exercise, each with its condition. */
export const COURTROOM_SENTENCES: readonly Rule[] = [...MATRIX, ...RULINGS];
