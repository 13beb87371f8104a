import type { Kinds } from '#case/exercise/model/kinds.ts';
import { goBackTo, type PageRules } from '#case/exercise/model/page-rules.ts';
import type { CaseFacts, RatedStep } from '#case/scoring/model/case-facts.ts';
import { type Saying, type SentenceRule, when } from '#kernel/model/sentence.ts';

/** Facts from which the first page of a debrief is chosen: the case, and its exercises by kind. */
export interface PageFacts {
  readonly case: CaseFacts;
  /** The facts of all exercises of a kind. */
  exercises(kind: string): readonly unknown[];
  /**
   * The step from which the trainee can do what the page says to change; empty if the page says nothing, or there is no
   * such step.
   */
  readonly retry: readonly Saying[];
  /** The rules of all kinds, which may know better whether a play was safe or in time. */
  readonly says: Kinds['says'];
}

/** A rule with its rank; see `PageRules` for the meaning of ranks. */
export interface RankedRule extends SentenceRule<PageFacts> {
  readonly rank: number;
  /** For a rule of `change`; see `PageRule`. */
  retry?(facts: PageFacts): readonly Saying[];
}

/** The first step with that rating, by the title of its scene. */
const firstStep =
  (rating: RatedStep['rating']) =>
  ({ case: { rated } }: PageFacts) => {
    const step = rated.find((one) => one.rating === rating);
    return step ? [{ params: { step: step.title }, events: [step.seq] }] : [];
  };

/** Among the steps with that rating the one that takes most away from the meters, and of several the first. */
const gravestStep =
  (rating: RatedStep['rating']) =>
  ({ case: { rated } }: PageFacts) => {
    const [step] = rated
      .filter((one) => one.rating === rating)
      .toSorted((a, b) => (a.harm ?? 0) - (b.harm ?? 0) || a.seq - b.seq);
    return step ? [{ params: { step: step.title }, events: [step.seq] }] : [];
  };

/** Results of one function over all kinds that have rules for the first page. */
const fromEachKind = <Said>(
  facts: PageFacts,
  ask: (page: PageRules, own: readonly unknown[], gist: CaseFacts) => Said,
): Said[] =>
  facts.says.entries().flatMap(([kind, { page }]) => (page ? [ask(page, facts.exercises(kind), facts.case)] : []));

/** True unless a kind says otherwise. */
const isEveryKind = (facts: PageFacts, what: 'isSafe' | 'isInTime') =>
  fromEachKind(facts, (page, own, gist) => page[what]?.(own, gist) ?? true).every(Boolean);

const KEEP: readonly RankedRule[] = [
  {
    id: 'keep.safe',
    rank: 0,
    says: (facts) => {
      const { rated, copiedClosedCard } = facts.case;
      const isSafe = rated.length > 0 && rated.every(({ rating }) => rating === 'good' || rating === 'acceptable');
      return when(isSafe && !copiedClosedCard && isEveryKind(facts, 'isSafe'), { params: { rated: rated.length } });
    },
  },
  {
    id: 'keep.order',
    rank: 30,
    says: (facts) => {
      const { pairs } = facts.case;
      const isKept = pairs.length > 0 && pairs.every(({ outcome }) => outcome === 'kept');
      return when(isKept && isEveryKind(facts, 'isInTime'));
    },
  },
  { id: 'keep.good-step', rank: 70, says: firstStep('good') },
];

const CHANGE: readonly RankedRule[] = [
  {
    id: 'change.card-copied',
    rank: 0,
    says: ({ case: { copiedClosedCard } }) => when(copiedClosedCard),
    retry: ({ case: { cardCopy } }) => goBackTo(cardCopy),
  },
  { id: 'change.red', rank: 10, says: gravestStep('red'), retry: gravestStep('red') },
  { id: 'change.harm', rank: 60, says: gravestStep('harmful'), retry: gravestStep('harmful') },
  {
    id: 'change.never-done',
    rank: 110,
    says: (facts) => when(facts.case.pairs.some(({ outcome }) => outcome === 'never')),
  },
  {
    id: 'change.late',
    rank: 120,
    says: ({ case: { pairs } }) => {
      const late = pairs.find(({ outcome }) => outcome === 'late');
      return late ? [{ events: late.events }] : [];
    },
  },
  {
    id: 'change.undecided',
    ground: 'log',
    rank: 130,
    says: ({ case: { decides, rated } }) => when(decides && rated.length === 0),
  },
  { id: 'change.acceptable', rank: 150, says: firstStep('acceptable') },
];

const NEXT: readonly RankedRule[] = [
  // Follows the advice of `change`: it leads back to the step from which a retry can change it.
  { id: 'next.retry', ground: 'log', rank: 0, says: ({ retry }) => retry },
  { id: 'next.practise', ground: 'log', rank: 30, says: ({ case: { ended } }) => when(ended) },
];

/** What the first page says about the case itself, list by list. */
export const CASE_PAGE = { keep: KEEP, change: CHANGE, next: NEXT } as const;
