import type { ExerciseDebrief } from '#core/exercise/exercise-plug.ts';
import { goBackTo, type PageRules } from '#core/exercise/page-rules.ts';
import { when } from '#core/exercise/sentence.ts';
import type { RequestsFacts } from './facts.ts';
import { REQUESTS_SENTENCES } from './sentences.ts';

/** What the first page of a debrief says about request desks: data that were deleted before anybody asked for them. */
const REQUESTS_PAGE: PageRules = {
  change: [
    {
      id: 'change.data-gone',
      rank: 40,
      says: (desks: readonly RequestsFacts[]) => {
        const count = desks.flatMap(({ secured }) => secured).filter(({ outcome }) => outcome === 'gone').length;
        return when(count > 0, { params: { count } });
      },
      // Whenever the data went: nobody can ask earlier than there.
      retry: (_, { chances }) => goBackTo(chances.find(({ acts }) => acts.includes('request'))),
    },
  ],
};

/** Everything that a debrief says about a request desk. */
export const REQUESTS_DEBRIEF: ExerciseDebrief = { sentences: REQUESTS_SENTENCES, page: REQUESTS_PAGE };
