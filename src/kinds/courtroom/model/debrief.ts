import type { KindSays } from '#case/exercise/model/kind-says.ts';
import type { PageRules } from '#case/exercise/model/page-rules.ts';
import { when } from '#kernel/model/sentence.ts';
import type { CourtroomFacts } from './facts.ts';
import type { CourtroomKind } from './kind.ts';
import { portfolioOf } from './portfolio.ts';
import { COURTROOM_SENTENCES } from './sentences.ts';

/** Rows of all exercises that were called met, where the key calls them something else and does not accept that. */
const accused = (courts: readonly CourtroomFacts[]) =>
  courts.flatMap(({ rows }) =>
    rows.filter(({ state, expected, isAccepted }) => state === 'met' && expected !== 'met' && !isAccepted),
  );

/** Something taken as shown that is not, an outcome that the law rules out, and a red line in the judgment. */
const GRAVE: ReadonlySet<string> = new Set([
  'court.row.accused',
  'court.row.early',
  'court.ruling.forbidden',
  'court.red-line',
]);
const SHORT: ReadonlySet<string> = new Set([
  'court.cells.none',
  'court.cells',
  'court.rows.none',
  'court.rows',
  'court.rulings',
]);

/** What the first page of a debrief says about courtroom exercises: something taken as shown that is not. */
const COURTROOM_PAGE: PageRules<CourtroomFacts> = {
  change: [
    {
      id: 'change.row-accused',
      rank: 82,
      says: (courts) => {
        const count = accused(courts).length;
        return when(count > 0, { params: { count } });
      },
    },
  ],
  isSafe: (courts) => accused(courts).length === 0 && courts.every(({ redLines }) => redLines.length === 0),
};

/** The debrief of a courtroom exercise. */
export const COURTROOM_SAYS: KindSays<CourtroomKind> = {
  ground: 'key',
  sentences: COURTROOM_SENTENCES,
  happened: {
    grave: (id) => GRAVE.has(id),
    short: (id) => SHORT.has(id),
  },
  page: COURTROOM_PAGE,
  portfolioOf,
  units: {
    'courtroom.pinpoints': 'of',
    'courtroom.rows': 'of',
    'courtroom.sums': 'of',
    'courtroom.outcomes': 'of',
    'courtroom.items.authority': 'of',
    'courtroom.items.attribution': 'of',
    'courtroom.items.rights': 'of',
    'courtroom.items.money': 'of',
  },
};
