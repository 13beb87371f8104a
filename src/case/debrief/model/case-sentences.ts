import type { Act } from '#case/exercise/model/acts.ts';
import type { CaseFacts, RatedStep } from '#case/scoring/model/case-facts.ts';
import { toldOf } from '#case/scoring/model/pair-outcomes.ts';
import type { Rating } from '#case/scoring/model/schemas.ts';
import { type SentenceRule, when } from '#kernel/model/sentence.ts';

type Rule = SentenceRule<CaseFacts>;

const ratedAs = ({ rated }: CaseFacts, ...ratings: readonly Rating[]): readonly RatedStep[] =>
  rated.filter(({ rating }) => ratings.includes(rating));

const eventsOf = (steps: readonly RatedStep[]) => steps.map(({ seq }) => seq);

/** What weighs most for the person: red lines, then steps that the key rates as harmful. */
const STEPS: readonly Rule[] = [
  {
    id: 'case.red',
    says: (facts) => ratedAs(facts, 'red').map(({ title, seq }) => ({ params: { step: title }, events: [seq] })),
  },
  { id: 'case.red.stopped', says: ({ stoppedAtRed }) => when(stoppedAtRed) },
  { id: 'case.red.closed-card', says: ({ copiedClosedCard }) => when(copiedClosedCard) },
  {
    id: 'case.red.none',
    says: (facts) => when(facts.decides && !facts.copiedClosedCard && ratedAs(facts, 'red').length === 0),
  },
  {
    id: 'case.harm.one',
    says: (facts) => {
      const [step, second] = ratedAs(facts, 'harmful');
      if (!step || second) return [];
      return [{ params: { step: step.title, rated: facts.rated.length }, events: [step.seq] }];
    },
  },
  {
    id: 'case.harm.many',
    says: (facts) => {
      const steps = ratedAs(facts, 'harmful');
      const [first, second] = steps;
      if (!first || !second) return [];
      const params = { count: steps.length, rated: facts.rated.length, step: first.title };
      return [{ params, events: eventsOf(steps) }];
    },
  },
  {
    id: 'case.harm.none',
    says: (facts) => {
      const { rated, copiedClosedCard } = facts;
      const isSafe = rated.length > 0 && ratedAs(facts, 'harmful', 'red').length === 0 && !copiedClosedCard;
      return when(isSafe, { params: { rated: rated.length }, events: eventsOf(rated) });
    },
  },
  { id: 'case.undecided', ground: 'log', says: ({ decides, rated }) => when(decides && rated.length === 0) },
];

const ACTS: readonly Act[] = ['preserve', 'request', 'notify', 'contact'];
/** Acts that may come before the first captured page. */
const SECONDS: readonly Act[] = ['request', 'notify', 'contact'];

/**
 * The order of acts, if the key prescribes one: an act that was never done and one done too late are different facts.
 */
const ORDER: readonly Rule[] = [
  {
    id: 'case.order.kept',
    says: ({ pairs }) => when(pairs.length > 0 && pairs.every(({ outcome }) => outcome === 'kept')),
  },
  ...ACTS.flatMap((first) =>
    ACTS.filter((second) => second !== first).map(
      (second): Rule => ({
        id: `case.late.${first}.${second}`,
        says: ({ pairs }) =>
          pairs
            .filter((pair) => pair.first === first && pair.second === second && pair.outcome === 'late')
            .map(({ events }) => ({ events })),
      }),
    ),
  ),
  ...ACTS.map(
    (act): Rule => ({
      id: `case.never.${act}`,
      says: ({ pairs }) => when(pairs.some(({ first, outcome }) => first === act && outcome === 'never')),
    }),
  ),
  {
    id: 'case.pictures.only',
    says: ({ pairs, pictures: [picture] }) => {
      const isNever = pairs.some(({ first, outcome }) => first === 'preserve' && outcome === 'never');
      return picture === undefined ? [] : when(isNever, { events: [picture] });
    },
  },
  {
    id: 'case.empty.only',
    says: ({ pairs, empty }) => {
      const isNever = pairs.some(({ first, outcome }) => first === 'preserve' && outcome === 'never');
      return when(isNever && empty.length > 0, { params: { count: empty.length }, events: empty });
    },
  },
  ...SECONDS.map(
    (second): Rule => ({
      id: `case.pictures.before.${second}`,
      says: ({ pairs, done, pictures: [picture] }) => {
        const isLate = pairs.some(
          (pair) => pair.first === 'preserve' && pair.second === second && pair.outcome === 'late',
        );
        const came = done.find(({ act }) => act === second)?.seq;
        if (picture === undefined || came === undefined) return [];
        return when(isLate && picture < came, { events: [picture, came] });
      },
    }),
  ),
];

/** Each pair of the key with its outcome, so that a count of pairs can be checked pair by pair. */
const PAIRS: readonly Rule[] = (['kept', 'alone', 'late', 'never'] as const).flatMap((told) =>
  ACTS.flatMap((first) =>
    ACTS.filter((second) => second !== first).map(
      (second): Rule => ({
        id: `case.pair.${told}.${first}.${second}`,
        says: ({ pairs }) =>
          pairs
            .filter((pair) => pair.first === first && pair.second === second && toldOf(pair) === told)
            .map(({ events }) => ({ events })),
      }),
    ),
  ),
);

const PATH: readonly Rule[] = [
  { id: 'case.model.all', says: ({ model: { of, same } }) => when(of > 0 && same === of, { params: { of } }) },
  { id: 'case.model.some', says: ({ model: { of, same } }) => when(same < of, { params: { of, same } }) },
  {
    id: 'case.hints',
    ground: 'log',
    says: ({ hints: { taken, cost } }) => when(taken > 0, { params: { taken, cost } }),
  },
];

/** Every sentence about a case as a whole, each with its condition. */
export const CASE_SENTENCES: readonly Rule[] = [...STEPS, ...ORDER, ...PAIRS, ...PATH];
