import type { KindSays } from '#case/exercise/model/kind-says.ts';
import { goBackTo, type PageRules } from '#case/exercise/model/page-rules.ts';
import { when } from '#kernel/model/sentence.ts';
import type { RequestsFacts } from './facts.ts';
import type { RequestsKind } from './kind.ts';
import { REQUESTS_SENTENCES } from './sentences.ts';

/** Letters about which a company told the account holder, earliest first. */
const lettersTold = (desks: readonly RequestsFacts[]) =>
  desks
    .flatMap(({ letters }) => letters.filter(({ reasons }) => reasons.includes('account-holder-told')))
    .sort((a, b) => a.seq - b.seq);

/**
 * What the first page of a debrief says about request desks: data deleted before they were requested, and letters about
 * which the account holder was told.
 */
const REQUESTS_PAGE: PageRules<RequestsFacts> = {
  change: [
    {
      id: 'change.data-gone',
      rank: 40,
      says: (desks) => {
        const count = desks.flatMap(({ secured }) => secured).filter(({ outcome }) => outcome === 'gone').length;
        return when(count > 0, { params: { count } });
      },
      // The earliest point for a request, whenever the data were deleted.
      retry: (_, { chances }) => goBackTo(chances.find(({ acts }) => acts.includes('request'))),
    },
    {
      id: 'change.account-told',
      rank: 65,
      says: (desks) => {
        const told = lettersTold(desks);
        return when(told.length > 0, {
          params: { count: told.length, letters: told.map(({ letter }) => letter).join(', ') },
          events: told.map(({ seq }) => seq),
        });
      },
      // The desk is still open just before the letter is sent; its name is recorded where the desk was left.
      retry: (desks, { chances }) =>
        lettersTold(desks)
          .slice(0, 1)
          .flatMap(({ seq }) => {
            const left = chances.find((chance) => chance.kind === 'requests' && chance.seq > seq);
            return goBackTo(left && { seq, step: left.step });
          }),
    },
  ],
  isSafe: (desks) => lettersTold(desks).length === 0,
};

/** The debrief of a request desk. */
export const REQUESTS_SAYS: KindSays<RequestsKind> = {
  ground: 'rule',
  sentences: REQUESTS_SENTENCES,
  happened: { short: (id) => id === 'answer.account-holder-told' || id === 'secured.left' },
  page: REQUESTS_PAGE,
};
