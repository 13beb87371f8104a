import { isSought, type ReadAttempt, type Readers, type Truth } from './attempt.ts';
import { benchOf, type ReadBench } from './bench.ts';
import { errorsIn, neversIn } from './bench-faults.ts';
import { fateOf } from './bench-pages.ts';
import { copiedClosedCard, isInOrder, pairsOf, ratedChoices } from './case.ts';
import { findsOf, type ReadFinds } from './finds.ts';
import { firstOf, shownActs } from './story-acts.ts';

const benches = (attempt: ReadAttempt): ReadBench[] =>
  attempt.exercises('preservation').map((id) => benchOf(attempt, id));
const finds = (attempt: ReadAttempt): ReadFinds[] => attempt.exercises('detection').map((id) => findsOf(attempt, id));

/** True, and of several such sentences the page shows one only. */
const may = (holds: boolean, params: Truth['params'] = {}): readonly Truth[] =>
  holds ? [{ params, optional: true }] : [];

const adsThat = (read: (finds: ReadFinds) => readonly { readonly ad: string }[]) => (attempt: ReadAttempt) => {
  const ads = finds(attempt).flatMap(read);
  return may(ads.length > 0, { count: ads.length, ads: ads.map(({ ad }) => ad).join(', ') });
};

const firstRated = (wanted: readonly string[]) => (attempt: ReadAttempt) => {
  const choices = ratedChoices(attempt);
  const step = wanted.flatMap((rating) => choices.find((choice) => choice.rating === rating) ?? [])[0];
  return step ? [{ params: { step: step.step }, events: [step.seq], optional: true as const }] : [];
};

/** Pages that belong in a locker, and how many of them lie there as they stood when the case began. */
function pagesOf(attempt: ReadAttempt): { readonly kept: number; readonly of: number } {
  const fates = benches(attempt).flatMap((bench) => bench.wanted.map((ad) => fateOf(bench, ad).fate));
  return { kept: fates.filter((fate) => fate === 'kept').length, of: fates.length };
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** Of a pair of acts of the key the first came after the second. */
function isLate(attempt: ReadAttempt): boolean {
  const acts = shownActs(attempt);
  return pairsOf(attempt).some(([first, second]) => {
    const [one, other] = [firstOf(acts, first), firstOf(acts, second)];
    return one !== undefined && other !== undefined && one > other;
  });
}

/** What the first page of a debrief says: one thing to keep, one to change, and where to go next. */
export const FIRST_PAGE_READERS: Readers<ReadAttempt> = {
  'keep.safe': (attempt) => {
    const rated = ratedChoices(attempt);
    const isSafe = rated.length > 0 && rated.every(({ rating }) => rating === 'good' || rating === 'acceptable');
    return may(isSafe && !copiedClosedCard(attempt), { rated: rated.length });
  },
  'keep.card': (attempt) => {
    const cards = finds(attempt).flatMap(({ closed }) => closed);
    const isHanded = finds(attempt).every(({ closed, handed }) => closed.every(({ ad }) => handed.has(ad)));
    return may(cards.length > 0 && isHanded, { count: cards.length });
  },
  'keep.nobody-accused': (attempt) => {
    const flagged = finds(attempt).flatMap((one) => one.flagged);
    return may(flagged.length > 0 && flagged.every(isSought), { count: flagged.length });
  },
  'keep.order': (attempt) => may(isInOrder(attempt)),
  'keep.pages': (attempt) => {
    const { kept, of } = pagesOf(attempt);
    return may(of > 0 && kept === of, { of });
  },
  'keep.some-pages': (attempt) => {
    const { kept, of } = pagesOf(attempt);
    return may(kept > 0 && kept < of, { kept, of });
  },
  'keep.found': adsThat(({ flagged }) => flagged.filter(isSought)),
  'keep.good-step': firstRated(['good']),
  'keep.ended': ({ ended }) => may(ended),
  'change.card-copied': (attempt) => may(copiedClosedCard(attempt)),
  'change.red': firstRated(['red']),
  'change.harm': firstRated(['harmful']),
  'change.never': (attempt) => {
    const count = sum(benches(attempt).map(neversIn));
    return may(count > 0, { count });
  },
  'change.card-open': adsThat(({ closed, handed }) => closed.filter(({ ad }) => !handed.has(ad))),
  'change.false-flags': adsThat(({ withoutCause }) => withoutCause),
  'change.late': (attempt) => may(isLate(attempt)),
  'change.pages': (attempt) => {
    const { kept, of } = pagesOf(attempt);
    return may(kept < of, { missing: of - kept, of });
  },
  'change.never-done': (attempt) => {
    const acts = shownActs(attempt);
    return may(pairsOf(attempt).some(([first]) => firstOf(acts, first) === undefined));
  },
  'change.missed': adsThat(({ overlooked }) => overlooked),
  'change.acceptable': firstRated(['acceptable']),
  'change.undecided': (attempt) => may(ratedChoices(attempt).length === 0),
  'change.errors': (attempt) => {
    const count = sum(benches(attempt).map(errorsIn));
    return may(count > 0, { count });
  },
  'next.retry': firstRated(['red', 'harmful']),
  'next.sign': (attempt) =>
    finds(attempt).flatMap(({ marks }) => [...marks.missed.keys()].flatMap((sign) => may(true, { sign }))),
  'next.records': (attempt) => {
    const { kept, of } = pagesOf(attempt);
    return may(kept < of || benches(attempt).some((bench) => errorsIn(bench) > 0));
  },
  'next.practise': ({ ended }) => may(ended),
};
