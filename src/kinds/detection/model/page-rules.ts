import { goBackTo, type PageRule, type PageRules } from '#case/exercise/model/page-rules.ts';
import { type Saying, when } from '#kernel/model/sentence.ts';
import { CHANCE_D_PRIME, dPrimeAndCriterion } from '#kernel/model/statistics/signal-detection.ts';
import type { DetectionFacts } from './facts.ts';

type Finds = readonly DetectionFacts[];

/** Ads of all exercises, counted and listed; nothing if there are none. */
const adsOf =
  (read: (facts: DetectionFacts) => readonly string[]) =>
  (finds: Finds): readonly Saying[] => {
    const ads = finds.flatMap(read);
    return when(ads.length > 0, { params: { count: ads.length, ads: ads.join(', ') } });
  };

/** Total weight of misses, and of flags that the key does not accept, by the weights announced in the task. */
const harmOf = (finds: Finds) => ({
  missed: finds.reduce((sum, { misses, leftOut, harm }) => sum + (misses.length + leftOut.length) * harm.miss, 0),
  flagged: finds.reduce((sum, facts) => sum + notAccepted(facts).length * facts.harm.falseFlag, 0),
});

/** Flags on uncontrolled ads that the key does not accept: too little evidence, or one level too high. */
const notAccepted = ({ falseFlags, tooHigh }: DetectionFacts): readonly string[] => [...falseFlags, ...tooHigh];

/** Flagged ads that are sought and knowable: other correct flags are luck. */
const found = ({ hits, unknowable }: DetectionFacts): readonly string[] =>
  hits.filter((ad) => !unknowable.includes(ad));

/** True if d′ shows that the flags distinguish sought ads from others: random flags have found nothing to keep. */
function isSelective(facts: DetectionFacts): boolean {
  const { hits, controlled, alike, of } = facts;
  const falseAlarms = notAccepted(facts).length + alike.length;
  const { dPrime } = dPrimeAndCriterion({
    hits: hits.length,
    misses: controlled - hits.length,
    falseAlarms,
    correctRejections: of - controlled - falseAlarms,
  });
  return controlled > 0 && controlled < of && hits.length + falseAlarms < of && dPrime >= CHANCE_D_PRIME;
}

const KEEP: readonly PageRule<DetectionFacts>[] = [
  {
    id: 'keep.card',
    rank: 10,
    says: (finds: Finds, { copiedClosedCard }) => {
      const cards = finds.flatMap(({ escalated }) => escalated);
      const isOpen = finds.some(({ notEscalated }) => notEscalated.length > 0);
      return when(cards.length > 0 && !isOpen && !copiedClosedCard, { params: { count: cards.length } });
    },
  },
  {
    id: 'keep.nobody-accused',
    rank: 20,
    says: (finds: Finds) => {
      const others = finds.flatMap((facts) => [...notAccepted(facts), ...facts.alike]);
      const hits = finds.flatMap((facts) => facts.hits);
      const isLuck = finds.every((facts) => found(facts).length === 0);
      return when(!isLuck && others.length === 0, { params: { count: hits.length } });
    },
  },
  { id: 'keep.found', rank: 60, says: adsOf((facts) => (isSelective(facts) ? found(facts) : [])) },
];

const CHANGE: readonly PageRule<DetectionFacts>[] = [
  {
    id: 'change.card-open',
    rank: 20,
    says: adsOf(({ notEscalated }) => notEscalated),
    // A card can be escalated in any detection exercise that shows it, so the first one is early enough.
    retry: (_, { chances }) => goBackTo(chances.find(({ kind }) => kind === 'detection')),
  },
  {
    id: 'change.false-flags',
    rank: 80,
    says: (finds: Finds) => {
      const { missed, flagged } = harmOf(finds);
      return flagged >= missed ? adsOf(notAccepted)(finds) : [];
    },
  },
  { id: 'change.missed', rank: 90, says: adsOf(({ misses, leftOut }) => [...misses, ...leftOut]) },
];

const NEXT: readonly PageRule<DetectionFacts>[] = [
  {
    id: 'next.sign',
    rank: 10,
    says: (finds: Finds) => {
      const [sign] = finds.flatMap(({ mostMissed }) => mostMissed?.signs ?? []);
      return sign === undefined ? [] : [{ params: { sign } }];
    },
  },
];

/** What the first page of a debrief says about detection exercises. */
export const DETECTION_PAGE: PageRules<DetectionFacts> = { keep: KEEP, change: CHANGE, next: NEXT };
