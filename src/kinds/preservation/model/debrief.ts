import type { KindSays } from '#case/exercise/model/kind-says.ts';
import type { PreservationKind } from './kind.ts';
import { PRESERVATION_PAGE } from './page-rules.ts';
import { PRESERVATION_SENTENCES } from './sentences.ts';

/** The debrief of a workbench. */
export const PRESERVATION_SAYS: KindSays<PreservationKind> = {
  ground: 'rule',
  sentences: PRESERVATION_SENTENCES,
  happened: {
    // Forbidden acts weigh more than the rest. For a copied withheld card the case itself has a sentence.
    grave: (id) => id === 'gate.never.shut' || (id.startsWith('never.') && id !== 'never.closed-card'),
    short: (id) => ['pages.all', 'pages.all.one', 'pages.some', 'pages.none.one'].includes(id),
  },
  page: PRESERVATION_PAGE,
  figures: [
    {
      id: 'figure.captured.count',
      says: ({ figures }) => {
        const [n, of] = figures.find(({ id }) => id === 'captured')?.count ?? [];
        return n !== undefined && of !== undefined && of > 0 ? [{ params: { n, of } }] : [];
      },
    },
  ],
  units: { 'preservation.record': 'points' },
};
