import type { DetectionFacts } from '#core/detection/facts.ts';
import { type Saying, type Sentence, type SentenceRule, sentencesFrom, when } from '#core/exercise/sentence.ts';
import { dPrimeAndCriterion } from '#core/measures/signal-detection.ts';
import type { PreservationFacts } from '#core/preservation/facts.ts';
import type { RequestsFacts } from '#core/requests/facts.ts';
import type { CaseFacts, RatedStep } from '#core/scoring/case-facts.ts';
import type { OvertakenPages } from '#core/scoring/overtaken-pages.ts';
import type { ScoreReport } from '#core/scoring/score-report.ts';
import { CHANCE } from './figure-sentences.ts';

/** The facts that the first page of a debrief is chosen from: the case, and its exercises by kind. */
export interface PageFacts {
  readonly case: CaseFacts;
  readonly benches: readonly PreservationFacts[];
  readonly finds: readonly DetectionFacts[];
  readonly desks: readonly RequestsFacts[];
}

type Rule = SentenceRule<PageFacts>;

const steps = ({ rated }: CaseFacts, rating: RatedStep['rating']) => rated.filter((step) => step.rating === rating);

/** The first step of that rating, by the title of its scene. */
const firstStep = (rating: RatedStep['rating']) => (facts: PageFacts) => {
  const [step] = steps(facts.case, rating);
  return step ? [{ params: { step: step.title }, events: [step.seq] }] : [];
};

/** Ads of every detection exercise, counted and listed; nothing is said where there is none. */
const adsOf =
  (read: (facts: DetectionFacts) => readonly string[]) =>
  ({ finds }: PageFacts): readonly Saying[] => {
    const ads = finds.flatMap(read);
    return when(ads.length > 0, { params: { count: ads.length, ads: ads.join(', ') } });
  };

const pagesIn = ({ benches }: PageFacts) => benches.flatMap(({ pages }) => pages);

/** Pages that belong in a locker and that an own report or contact came before, act by act. */
function lostPages(facts: PageFacts): OvertakenPages[] {
  const wanted = new Set(pagesIn(facts).flatMap(({ ad, state }) => (state === 'kept' ? [] : [ad])));
  return facts.case.overtaken
    .map((entry) => ({ ...entry, ads: entry.ads.filter((ad) => wanted.has(ad)) }))
    .filter(({ ads }) => ads.length > 0);
}

/** A page that belongs in a locker is gone or was changed, and its first version was not captured. */
const isAnyPageLost = (facts: PageFacts) =>
  lostPages(facts).length > 0 ||
  pagesIn(facts).some(({ state }) => state === 'lost' || state === 'overtaken' || state === 'changed');

const hasError = ({ benches }: PageFacts, wanted: string) =>
  benches.some(({ errors }) => errors.some(({ code }) => code === wanted));

/** Said of the first act that pages were lost by, where it is that act. */
const lostBy = (act: OvertakenPages['act']): Rule => ({
  id: `change.lost-by.${act}`,
  says: (facts) =>
    lostPages(facts)
      .slice(0, 1)
      .filter((entry) => entry.act === act)
      .map(({ ads, seq }) => ({ params: { count: ads.length, ads: ads.join(', ') }, events: [seq] })),
});

/** What oversights weigh, and flags that the key does not accept, by the weights that the task announced. */
const harmOf = ({ finds }: PageFacts) => ({
  missed: finds.reduce((sum, { misses, leftOut, harm }) => sum + (misses.length + leftOut.length) * harm.miss, 0),
  flagged: finds.reduce((sum, facts) => sum + notAccepted(facts).length * facts.harm.falseFlag, 0),
});

/** Flags on others that the key does not accept: with too little cause, or one level too high. */
const notAccepted = ({ falseFlags, tooHigh }: DetectionFacts): readonly string[] => [...falseFlags, ...tooHigh];

/** Ads that are sought, that a page tells apart from others, and that were flagged: the rest of the flags is luck. */
const found = ({ hits, unknowable }: DetectionFacts): readonly string[] =>
  hits.filter((ad) => !unknowable.includes(ad));

/** By their d′ the flags tell ads that are sought from others: who flags blindly has found nothing that is to be kept. */
function isSelective(facts: DetectionFacts): boolean {
  const { hits, controlled, alike, of } = facts;
  const falseAlarms = notAccepted(facts).length + alike.length;
  const { dPrime } = dPrimeAndCriterion({
    hits: hits.length,
    misses: controlled - hits.length,
    falseAlarms,
    correctRejections: of - controlled - falseAlarms,
  });
  return controlled > 0 && controlled < of && hits.length + falseAlarms < of && dPrime >= CHANCE;
}

/** The one thing to keep: the first that holds, what weighs most for the person first. */
const KEEP: readonly Rule[] = [
  {
    id: 'keep.safe',
    says: (facts) => {
      const { rated, copiedClosedCard } = facts.case;
      const isSafe = rated.length > 0 && rated.every(({ rating }) => rating === 'good' || rating === 'acceptable');
      const isCareful = !copiedClosedCard && facts.benches.every(({ nevers }) => nevers.length === 0);
      const isUnharmed = lostPages(facts).length === 0;
      return when(isSafe && isCareful && isUnharmed, { params: { rated: rated.length } });
    },
  },
  {
    id: 'keep.card',
    says: (facts) => {
      const cards = facts.finds.flatMap(({ escalated }) => escalated);
      const isOpen = facts.finds.some(({ notEscalated }) => notEscalated.length > 0);
      return when(cards.length > 0 && !isOpen && !facts.case.copiedClosedCard, { params: { count: cards.length } });
    },
  },
  {
    id: 'keep.nobody-accused',
    says: ({ finds }) => {
      const others = finds.flatMap((facts) => [...notAccepted(facts), ...facts.alike]);
      const hits = finds.flatMap((facts) => facts.hits);
      const isLuck = finds.every((facts) => found(facts).length === 0);
      return when(!isLuck && others.length === 0, { params: { count: hits.length } });
    },
  },
  {
    id: 'keep.order',
    says: (facts) => {
      const { pairs } = facts.case;
      // The pairs count acts: beside pages that came too late, or that are lost, they would praise the order that lost them.
      const isKept = pairs.length > 0 && pairs.every(({ outcome }) => outcome === 'kept');
      return when(isKept && !isAnyPageLost(facts) && !hasError(facts, 'E6'));
    },
  },
  {
    id: 'keep.pages',
    says: (facts) => {
      const pages = pagesIn(facts);
      return when(pages.length > 0 && pages.every(({ state }) => state === 'kept'), { params: { of: pages.length } });
    },
  },
  {
    id: 'keep.some-pages',
    says: (facts) => {
      const pages = pagesIn(facts);
      const kept = pages.filter(({ state }) => state === 'kept').length;
      return when(kept > 0 && kept < pages.length, { params: { kept, of: pages.length } });
    },
  },
  { id: 'keep.found', says: adsOf((facts) => (isSelective(facts) ? found(facts) : [])) },
  {
    id: 'keep.good-step',
    says: firstStep('good'),
  },
];

/**
 * The one thing to change: the first that holds, so that nothing graver is in the log than what is named. First what a person
 * can be harmed by beyond repair: a red line, or a card of a possible minor that was not handed on. Then what is lost for good
 * by an own act, then steps and acts that could have harmed, then persons who were overlooked or flagged without cause, and
 * last what is missing, late or faulty.
 */
const CHANGE: readonly Rule[] = [
  { id: 'change.card-copied', says: ({ case: { copiedClosedCard } }) => when(copiedClosedCard) },
  { id: 'change.red', says: firstStep('red') },
  { id: 'change.card-open', says: adsOf(({ notEscalated }) => notEscalated) },
  lostBy('notify'),
  lostBy('contact'),
  {
    id: 'change.data-gone',
    says: ({ desks }) => {
      const count = desks.flatMap(({ secured }) => secured).filter(({ outcome }) => outcome === 'gone').length;
      return when(count > 0, { params: { count } });
    },
  },
  { id: 'change.harm', says: firstStep('harmful') },
  {
    id: 'change.never',
    says: ({ benches }) => {
      const nevers = [...new Set(benches.flatMap((bench) => bench.nevers))];
      return when(nevers.length > 0, { params: { count: nevers.length, nevers: nevers.join(', ') } });
    },
  },
  {
    id: 'change.false-flags',
    says: (facts) => {
      const { missed, flagged } = harmOf(facts);
      return flagged >= missed ? adsOf(notAccepted)(facts) : [];
    },
  },
  { id: 'change.missed', says: adsOf(({ misses, leftOut }) => [...misses, ...leftOut]) },
  {
    id: 'change.pages',
    says: (facts) => {
      const pages = pagesIn(facts);
      const missing = pages.filter(({ state }) => state !== 'kept').length;
      return when(missing > 0, { params: { missing, of: pages.length } });
    },
  },
  {
    id: 'change.never-done',
    says: (facts) => when(facts.case.pairs.some(({ outcome }) => outcome === 'never')),
  },
  {
    id: 'change.late',
    says: ({ case: { pairs } }) => {
      const late = pairs.find(({ outcome }) => outcome === 'late');
      return late ? [{ events: late.events }] : [];
    },
  },
  {
    id: 'change.undecided',
    says: ({ case: { decides, rated } }) => when(decides && rated.length === 0),
  },
  {
    id: 'change.errors',
    says: ({ benches }) => {
      const count = benches.reduce((sum, { errors }) => sum + errors.length, 0);
      return when(count > 0, { params: { count } });
    },
  },
  { id: 'change.acceptable', says: firstStep('acceptable') },
];

/** Where to go next: the first that fits. */
const NEXT: readonly Rule[] = [
  {
    id: 'next.retry',
    says: (facts) => {
      const [red] = firstStep('red')(facts);
      const lost = lostPages(facts).map(({ step, seq }) => ({ params: { step }, events: [seq] }));
      return [red ?? lost[0] ?? firstStep('harmful')(facts)[0] ?? []].flat();
    },
  },
  {
    id: 'next.sign',
    says: ({ finds }) => {
      const [sign] = finds.flatMap(({ mostMissed }) => mostMissed?.signs ?? []);
      return sign === undefined ? [] : [{ params: { sign } }];
    },
  },
  {
    id: 'next.records',
    says: (facts) =>
      when(
        pagesIn(facts).some(({ state }) => state !== 'kept') || facts.benches.some(({ errors }) => errors.length > 0),
      ),
  },
  { id: 'next.practise', says: ({ case: { ended } }) => when(ended) },
];

export const ONE_PAGE_RULES = { keep: KEEP, change: CHANGE, next: NEXT } as const;

/** What the first page says besides what happened; `change` is left out where the facts name nothing to change. */
export interface OnePage {
  readonly keep?: Sentence;
  readonly change?: Sentence;
  readonly next?: Sentence;
}

/** One thing to keep, one to change, and where to go next, from the facts of a report. */
export function onePage({ facts, exercises }: Pick<ScoreReport, 'facts' | 'exercises'>): OnePage {
  const ofKind = (kind: string) => exercises.filter((entry) => entry.kind === kind).map((entry) => entry.facts);
  const page: PageFacts = {
    case: facts,
    benches: ofKind('preservation') as PreservationFacts[],
    finds: ofKind('detection') as DetectionFacts[],
    desks: ofKind('requests') as RequestsFacts[],
  };
  const [keep] = sentencesFrom(KEEP, page);
  const [change] = sentencesFrom(CHANGE, page);
  const [next] = sentencesFrom(NEXT, page);
  return { ...(keep && { keep }), ...(change && { change }), ...(next && { next }) };
}
