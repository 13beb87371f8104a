import { READERS_OF_KINDS } from '../../kinds/readers-of-kinds.ts';
import { isSought, may, type ReadAttempt, type Readers, type Truth } from './attempt.ts';
import { type ReadWorkbench, workbenchOf } from './bench.ts';
import { errorsIn, neversIn } from './bench-faults.ts';
import { isOutOfOrder } from './bench-order.ts';
import { fateOf } from './bench-pages.ts';
import { copiedClosedCard, isInOrder, pairsOf, ratedChoices } from './case.ts';
import { ReadDesk } from './desk.ts';
import { DESK_READERS } from './desk-sentences.ts';
import { sharpnessIn } from './figures.ts';
import { findsOf, type ReadFinds } from './finds.ts';
import { ReadLedger } from './ledger.ts';
import { isUntouched, namedInError, wronglyHeld, wronglySaid } from './ledger-sentences.ts';
import { lossesIn } from './lost-pages.ts';
import { ReadTest } from './platform-test.ts';
import { secondTry } from './second-tries.ts';
import { firstOf, shownActs } from './story-acts.ts';

const workbenches = (attempt: ReadAttempt): ReadWorkbench[] =>
  attempt.exercises('preservation').map((id) => workbenchOf(attempt, id));
const finds = (attempt: ReadAttempt): ReadFinds[] => attempt.exercises('detection').map((id) => findsOf(attempt, id));

const ledgers = (attempt: ReadAttempt) => attempt.exercises('ledger').map((id) => new ReadLedger(attempt, id));
const tests = (attempt: ReadAttempt) => attempt.exercises('platform-test').map((id) => new ReadTest(attempt, id));

/** What each kind says on the first page itself, beside its reader. */
const OF_KINDS = [...READERS_OF_KINDS.values()].flatMap(({ firstPage }) => firstPage ?? []);

const heldInError = (attempt: ReadAttempt) =>
  ledgers(attempt).flatMap((read) => wronglyHeld(read).map((account) => ({ account, seq: read.requestSeq })));

const ofNamed = (names: readonly { readonly account: string; readonly seq: number }[]): readonly Truth[] => {
  if (names.length === 0) return [];
  const params = { count: names.length, names: names.map(({ account }) => account).join(', ') };
  return [{ params, events: [...new Set(names.map(({ seq }) => seq))].toSorted((a, b) => a - b), optional: true }];
};

const ofEvents = (events: readonly { readonly seq: number }[]): readonly Truth[] => {
  if (events.length === 0) return [];
  const numbers = [...new Set(events.map(({ seq }) => seq))].toSorted((a, b) => a - b);
  return [{ params: { count: events.length }, events: numbers, optional: true }];
};

const adsThat = (read: (finds: ReadFinds) => readonly { readonly ad: string }[]) => (attempt: ReadAttempt) => {
  const ads = finds(attempt).flatMap(read);
  return may(ads.length > 0, { count: ads.length, ads: ads.map(({ ad }) => ad).join(', ') });
};

const firstRated = (wanted: readonly string[]) => (attempt: ReadAttempt) => {
  const choices = ratedChoices(attempt);
  const step = wanted.flatMap((rating) => choices.find((choice) => choice.rating === rating) ?? [])[0];
  return step ? [{ params: { step: step.step }, events: [step.seq], optional: true as const }] : [];
};

/** Of the steps with that rating one that takes most away, the earliest of several. */
const gravestRated = (rating: string) => (attempt: ReadAttempt) => {
  const choices = ratedChoices(attempt).filter((choice) => choice.rating === rating);
  const most = Math.max(...choices.map(({ harm }) => harm));
  const step = choices.find(({ harm }) => harm === most);
  return step ? [{ params: { step: step.step }, events: [step.seq], optional: true as const }] : [];
};

/** Number of pages that belong in a locker, and of those that were kept in their first version. */
function pagesOf(attempt: ReadAttempt): { readonly kept: number; readonly of: number } {
  const fates = workbenches(attempt).flatMap((workbench) => workbench.wanted.map((ad) => fateOf(workbench, ad).fate));
  return { kept: fates.filter((fate) => fate === 'kept').length, of: fates.length };
}

/** True if a first version was lost by the end, or if pages were missing at a notice or contact. */
function isAnythingLost(attempt: ReadAttempt): boolean {
  const isGone = workbenches(attempt).some((workbench) =>
    workbench.wanted.some((ad) => ['lost', 'overtaken', 'moved', 'changed'].includes(fateOf(workbench, ad).fate)),
  );
  return isGone || lossesIn(attempt).length > 0 || workbenches(attempt).some(isOutOfOrder);
}

/** Granted letters without a request for confidentiality: the company then informs the account holder. */
const lettersTold = (attempt: ReadAttempt) =>
  attempt
    .exercises('requests')
    .flatMap((id) => new ReadDesk(attempt, id).granted)
    .filter(({ letter }) => letter.confidentiality.trim() === '');

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** True if, for a pair of acts in the key, the first came after the second. */
function isLate(attempt: ReadAttempt): boolean {
  const acts = shownActs(attempt);
  return pairsOf(attempt).some(([first, second]) => {
    const [one, other] = [firstOf(acts, first), firstOf(acts, second)];
    return one !== undefined && other !== undefined && one > other;
  });
}

/** The first loss by an act of the trainee, if that act is `act`. */
const lostBy = (act: 'notify' | 'contact') => (attempt: ReadAttempt) => {
  const [first] = lossesIn(attempt);
  if (first?.act !== act) return [];
  return [
    { params: { count: first.ads.length, ads: first.ads.join(', ') }, events: [first.seq], optional: true as const },
  ];
};

/** True if, by the weights of the task, the overlooked ads cost more than the flags that the key does not accept. */
function isMoreOverlooked(attempt: ReadAttempt): boolean {
  const weigh = (one: (read: ReadFinds) => number) => sum(finds(attempt).map(one));
  const missed = weigh(({ overlooked, harm }) => overlooked.length * harm.miss);
  return missed > weigh(({ notAccepted, harm }) => notAccepted.length * harm.falseFlag);
}

/** True if the flags distinguish sought ads from others better than chance: d′ is clearly above 0. */
function isChoosy(read: ReadFinds): boolean {
  const sharp = sharpnessIn(read);
  return sharp !== undefined && sharp.d >= 0.3;
}

/** Flagged ads that are sought and knowable: luck is not praised. */
const foundIn = ({ flagged, attempt }: ReadFinds) => flagged.filter((ad) => isSought(ad) && !attempt.isUnknowable(ad));

/** Sentences of the first page of a debrief: one thing to keep, one to change, and where to go next. */
export const FIRST_PAGE_READERS: Readers<ReadAttempt> = {
  'keep.safe': (attempt) => {
    const rated = ratedChoices(attempt);
    const isSafe = rated.length > 0 && rated.every(({ rating }) => rating === 'good' || rating === 'acceptable');
    const isQuiet =
      lossesIn(attempt).length + lettersTold(attempt).length + heldInError(attempt).length === 0 &&
      ledgers(attempt).every((read) => namedInError(read).length === 0);
    const isWorked =
      !ledgers(attempt).some(isUntouched) &&
      tests(attempt).every((read) => !read.isUntouched && read.crossed.length + read.wrong.length === 0) &&
      OF_KINDS.every(({ isSafe }) => isSafe(attempt));
    return may(isSafe && !copiedClosedCard(attempt) && isQuiet && isWorked, {
      rated: rated.length,
    });
  },
  'keep.card': (attempt) => {
    const cards = finds(attempt).flatMap(({ closed }) => closed);
    const isHanded = finds(attempt).every(({ closed, handed }) => closed.every(({ ad }) => handed.has(ad)));
    return may(cards.length > 0 && isHanded, { count: cards.length });
  },
  'keep.nobody-accused': (attempt) => {
    const flagged = finds(attempt).flatMap((one) => one.flagged);
    const isLuck = finds(attempt).every((one) => foundIn(one).length === 0);
    return may(!isLuck && flagged.every(isSought), { count: flagged.length });
  },
  // Not said if a page was lost although the acts were in order.
  'keep.order': (attempt) => may(isInOrder(attempt) && !isAnythingLost(attempt)),
  'keep.pages': (attempt) => {
    const { kept, of } = pagesOf(attempt);
    return may(of > 0 && kept === of, { of });
  },
  'keep.some-pages': (attempt) => {
    const { kept, of } = pagesOf(attempt);
    return may(kept > 0 && kept < of, { kept, of });
  },
  'keep.found': adsThat((read) => (isChoosy(read) ? foundIn(read) : [])),
  'keep.ledger-traced': (attempt) => {
    const full = ledgers(attempt).filter(
      ({ traced: { right, safe }, claims }) => right === safe && claims.every((one) => one.claimed <= one.safe),
    );
    const sim = sum(full.map(({ traced }) => traced.safe));
    return may(full.length > 0 && heldInError(attempt).length === 0, { sim });
  },
  'keep.checkathon-found': (attempt) => {
    const count = sum(tests(attempt).map(({ right }) => right.length));
    return may(count > 0 && tests(attempt).every(({ wrong }) => wrong.length === 0), { count });
  },
  'keep.good-step': firstRated(['good']),
  'change.card-copied': (attempt) => may(copiedClosedCard(attempt)),
  'change.red': gravestRated('red'),
  'change.lost-by.notify': lostBy('notify'),
  'change.lost-by.contact': lostBy('contact'),
  'change.data-gone': (attempt) => {
    const desks = attempt.exercises('requests').map((id) => new ReadDesk(attempt, id));
    const gone = desks.flatMap((desk) => DESK_READERS['secured.gone']?.(desk) ?? []);
    const count = sum(gone.map(({ params }) => Number(params?.count)));
    return may(count > 0, { count });
  },
  'change.harm': gravestRated('harmful'),
  'change.checkathon-red': (attempt) =>
    ofEvents(tests(attempt).flatMap(({ crossed }) => crossed.filter(({ line }) => line !== 'card-up-too-long'))),
  'change.checkathon-cards': (attempt) => {
    const count = sum(tests(attempt).map(({ overstayed }) => overstayed));
    const late = tests(attempt).flatMap(({ crossed }) => crossed.filter(({ line }) => line === 'card-up-too-long'));
    return count > 0 ? [{ params: { count }, events: late.map(({ seq }) => seq), optional: true }] : [];
  },
  'change.checkathon-named': (attempt) => ofEvents(tests(attempt).flatMap(({ wrong }) => wrong)),
  'change.checkathon-empty': (attempt) => may(tests(attempt).some((read) => read.isUntouched)),
  'change.ledger-empty': (attempt) => may(ledgers(attempt).some(isUntouched)),
  'change.ledger-held': (attempt) => ofNamed(heldInError(attempt)),
  'change.ledger-named': (attempt) => ofNamed(ledgers(attempt).flatMap(namedInError)),
  'change.ledger-ordinary': (attempt) =>
    ofNamed(
      ledgers(attempt).flatMap((read) =>
        wronglySaid(read, 'ordinary', (part) => part === 'harmed' || part === 'worker'),
      ),
    ),
  'change.account-told': (attempt) => {
    const told = lettersTold(attempt);
    if (told.length === 0) return [];
    const params = { count: told.length, letters: told.map(({ id }) => id).join(', ') };
    return [{ params, events: told.map(({ seq }) => seq), optional: true }];
  },
  'change.never': (attempt) => {
    const nevers = [...new Set(workbenches(attempt).flatMap(neversIn))];
    return may(nevers.length > 0, { count: nevers.length, nevers: nevers.join(', ') });
  },
  'change.card-open': adsThat(({ closed, handed }) => closed.filter(({ ad }) => !handed.has(ad))),
  'change.false-flags': (attempt) =>
    isMoreOverlooked(attempt) ? [] : adsThat(({ notAccepted }) => notAccepted)(attempt),
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
  'change.undecided': (attempt) =>
    may(ratedChoices(attempt).length === 0 && Object.keys(attempt.answers.key.decisions).length > 0),
  'change.errors': (attempt) => {
    const count = sum(workbenches(attempt).map(errorsIn));
    return may(count > 0, { count });
  },
  'next.retry': (attempt) => {
    const truths = GRAVITY.map((id) => [id, FIRST_PAGE_READERS[id]?.(attempt)[0]] as const);
    const [id, gravest] = truths.find(([, own]) => own !== undefined) ?? [];
    return id !== undefined && gravest ? secondTry(attempt, id, gravest) : [];
  },
  'next.sign': (attempt) =>
    finds(attempt).flatMap(({ marks }) => [...marks.missed.keys()].flatMap((sign) => may(true, { sign }))),
  'next.records': (attempt) => {
    const { kept, of } = pagesOf(attempt);
    return may(kept < of || workbenches(attempt).some((workbench) => errorsIn(workbench) > 0));
  },
  'next.practise': ({ ended }) => may(ended),
  ...Object.assign({}, ...OF_KINDS.map(({ readers }) => readers)),
};

/**
 * Things to change, the gravest first, as a trainer would rank them: irreparable harm to a person; what the trainee's
 * own act destroyed; possible harm; persons overlooked or accused; and then what is missing or faulty. A kind puts its
 * own into their place.
 */
const SHARED_GRAVITY: readonly string[] = [
  'change.card-copied',
  'change.red',
  'change.checkathon-red',
  'change.card-open',
  'change.checkathon-cards',
  'change.lost-by.notify',
  'change.lost-by.contact',
  'change.data-gone',
  'change.harm',
  'change.ledger-held',
  'change.ledger-named',
  'change.checkathon-named',
  'change.account-told',
  'change.never',
  'change.false-flags',
  'change.ledger-empty',
  'change.checkathon-empty',
  'change.ledger-ordinary',
  'change.missed',
  'change.pages',
  'change.never-done',
  'change.late',
  'change.undecided',
  'change.errors',
  'change.acceptable',
];

const GRAVITY: readonly string[] = OF_KINDS.flatMap(({ graverThan }) => Object.entries(graverThan)).reduce(
  (ranked, [id, next]) => ranked.toSpliced(ranked.indexOf(next), 0, id),
  SHARED_GRAVITY,
);

/** Reduces the things to change to the gravest one, which must be said. */
export function namesTheGravest(truths: ReadonlyMap<string, readonly Truth[]>): ReadonlyMap<string, readonly Truth[]> {
  const gravest = GRAVITY.find((id) => (truths.get(id)?.length ?? 0) > 0);
  return new Map(
    [...truths].map(([id, own]) => {
      if (!GRAVITY.includes(id)) return [id, own];
      return [id, id === gravest ? own.map(({ optional: _, ...rest }): Truth => rest) : []];
    }),
  );
}
