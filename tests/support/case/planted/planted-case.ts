import type { CaseFacts } from '#case/scoring/model/case-facts.ts';
import type { PairOutcome } from '#case/scoring/model/pair-outcomes.ts';
import { holds, ofCase, type Planted, rule } from './planted.ts';

/** Takes one outcome of a pair of acts for another. */
const takes = (taken: PairOutcome, as: PairOutcome) =>
  ofCase(({ pairs }) => ({
    pairs: pairs.map((pair) => (pair.outcome === taken ? { ...pair, outcome: as } : pair)),
  }));

const isRed = ({ rated }: CaseFacts) => rated.some(({ rating }) => rating === 'red');

/** False conditions about a case as a whole. */
export const PLANTED_IN_CASE: readonly Planted[] = [
  { name: 'late counts as kept', ...takes('late', 'kept') },
  { name: 'late counts as never', ...takes('late', 'never') },
  { name: 'never counts as late', ...takes('never', 'late') },
  { name: 'never counts as kept', ...takes('never', 'kept') },
  {
    name: 'a pair is in order where its first act was ever done',
    rules: {
      'case.pair.kept.request.notify': rule<CaseFacts>(({ pairs }) =>
        pairs
          .filter(({ first, second, events }) => first === 'request' && second === 'notify' && events.length === 2)
          .map(({ events }) => ({ events })),
      ),
    },
  },
  { name: 'the step to go back to is the act by which pages were lost', ...ofCase(() => ({ chances: [] })) },
  { name: 'a picture of a page is nothing', ...ofCase(() => ({ pictures: [] })) },
  { name: 'a capture that holds no page is nothing', ...ofCase(() => ({ empty: [] })) },
  {
    name: 'a picture came before whatever came before the first capture',
    ...ofCase(({ pictures, done }) => ({ pictures: pictures.length > 0 ? [done[0]?.seq ?? 1] : [] })),
  },
  {
    name: 'the order is kept where one pair is',
    rules: {
      'case.order.kept': rule<CaseFacts>(({ pairs }) => holds(pairs.some(({ outcome }) => outcome === 'kept'))),
    },
  },
  {
    name: 'options of timers are not rated',
    ...ofCase(({ rated }, { states }) => ({ rated: rated.filter(({ state }) => states[state]?.type !== 'timer') })),
  },
  {
    name: 'of several harmful steps the first is the gravest',
    ...ofCase(({ rated }) => ({ rated: rated.map(({ harm: _, ...step }) => step) })),
  },
  {
    name: 'a red line is no harm',
    rules: {
      'case.harm.none': rule<CaseFacts>(({ rated, copiedClosedCard }) =>
        holds(!copiedClosedCard && rated.length > 0 && rated.every(({ rating }) => rating !== 'harmful'), {
          params: { rated: rated.length },
          events: rated.map(({ seq }) => seq),
        }),
      ),
    },
  },
  {
    name: 'a copy of a closed card is no red line',
    rules: { 'case.red.none': rule<CaseFacts>((facts) => holds(facts.decides && !isRed(facts))) },
  },
  {
    name: 'a case that has ended was stopped by a red line',
    rules: { 'case.red.stopped': rule<CaseFacts>(({ ended }) => holds(ended)) },
  },
  {
    name: 'nothing was decided where nothing good was',
    rules: {
      'case.undecided': rule<CaseFacts>(({ decides, rated }) =>
        holds(decides && rated.every(({ rating }) => rating !== 'good')),
      ),
    },
  },
  {
    name: 'a step of the model path is given away',
    ...ofCase(({ model }) => ({ model: { ...model, same: model.same + 1 } })),
  },
  {
    name: 'hints cost nothing',
    ...ofCase(({ hints }) => ({ hints: { ...hints, cost: 0 } })),
  },
];
