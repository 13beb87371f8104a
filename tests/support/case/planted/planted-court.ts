import type { CourtroomFacts } from '#kinds/courtroom/model/facts.ts';
import { ofKind, type Planted } from './planted.ts';

const ofCourt = ofKind<CourtroomFacts>('courtroom');

/** False conditions about a courtroom. */
export const PLANTED_COURT: readonly Planted[] = [
  {
    name: 'every row that was judged is right',
    ...ofCourt(({ rows }) => ({ rows: rows.map((row) => (row.state ? { ...row, expected: row.state } : row)) })),
  },
  {
    name: 'no row was left open',
    ...ofCourt(({ rows }) => ({ rows: rows.filter(({ state }) => state !== undefined) })),
  },
  {
    name: 'every next measure that was chosen fits its row',
    ...ofCourt(({ rows }) => ({ rows: rows.map((row) => (row.measure ? { ...row, measure: 'fitting' } : row)) })),
  },
  {
    name: 'no row can be decided in two ways',
    ...ofCourt(({ rows }) => ({ rows: rows.map((row) => ({ ...row, isAccepted: row.state === row.expected })) })),
  },
  {
    name: 'every first view was signed before other work',
    ...ofCourt(({ views: { set, of } }) => ({ views: { set, of } })),
  },
  {
    name: 'a sum is right whatever payments are named for it',
    ...ofCourt(({ sums }) => ({ sums: sums.map((sum) => ({ ...sum, isRight: sum.isAmountRight })) })),
  },
  {
    name: 'no outcome is ruled out',
    ...ofCourt(({ motions }) => ({ motions: motions.map((one) => ({ ...one, forbidden: false })) })),
  },
  {
    name: 'no choice of the judgment is a red line',
    ...ofCourt(() => ({ redLines: [] })),
  },
  {
    name: 'every place that is named speaks to its row',
    ...ofCourt(({ cells }) => ({ cells: { ...cells, misplaced: 0 } })),
  },
  {
    name: 'named payments always come to the sum',
    ...ofCourt(({ sums }) => ({ sums: sums.map(({ named: _, ...sum }) => sum) })),
  },
  {
    name: 'every cell speaks so',
    ...ofCourt(({ cells }) => ({ cells: { ...cells, right: cells.judged, baseless: 0 } })),
  },
];
