import type { ExerciseDebrief } from '#core/exercise/exercise-plug.ts';
import { PRESERVATION_PAGE } from './page-rules.ts';
import { PRESERVATION_SENTENCES } from './sentences.ts';

/** Everything that a debrief says about a bench. */
export const PRESERVATION_DEBRIEF: ExerciseDebrief = {
  sentences: PRESERVATION_SENTENCES,
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
