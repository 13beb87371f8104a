import type { Act } from '#case/exercise/model/acts.ts';
import { type ReadAttempt, type Readers, type Truth, truth } from './attempt.ts';
import { workbenchOf } from './bench.ts';
import { firstOf, shownActs } from './story-acts.ts';

const ACTS: readonly Act[] = ['preserve', 'request', 'notify', 'contact'];

/** Choices that the key rates, in the order of the log. */
export function ratedChoices(attempt: ReadAttempt) {
  return attempt.events.flatMap((event) => {
    if (event.type !== 'decision.made') return [];
    const option = attempt.answers.key.decisions[event.state]?.options[event.option];
    if (!option?.rating) return [];
    const { safety = 0, trust = 0, say = 0, evidence = 0, law = 0 } = option.meters ?? {};
    const taken = [safety, trust, say, evidence, law].filter((change) => change < 0);
    const harm = taken.reduce((sum, change) => sum - change, 0);
    return [{ rating: option.rating, harm, seq: event.seq, step: attempt.scenes[event.state]?.title ?? '' }];
  });
}

const ratedAs = (attempt: ReadAttempt, wanted: string) =>
  ratedChoices(attempt).filter(({ rating }) => rating === wanted);

/** True if the page, a picture or the context of a withheld card was copied. */
export function copiedClosedCard(attempt: ReadAttempt): boolean {
  return attempt.exercises('preservation').some((workbench) =>
    workbenchOf(attempt, workbench)
      .copiedAds()
      .some((ad) => attempt.isClosed(ad)),
  );
}

const decides = ({ answers: { key } }: ReadAttempt) => Object.keys(key.decisions).length > 0;

/** True if the case ended without a choice or an exercise action after the last crossed red line. */
function stopsAtRed(attempt: ReadAttempt): boolean {
  const last = ratedAs(attempt, 'red').at(-1);
  if (!last || !attempt.ended) return false;
  return attempt.events.every(
    ({ seq, type }) => seq <= last.seq || (type !== 'decision.made' && type !== 'exercise.acted'),
  );
}

/** Pairs of acts in the key: the first must come before the second. */
export const pairsOf = ({ answers: { key } }: ReadAttempt) => key.order?.before ?? [];

export function isInOrder(attempt: ReadAttempt): boolean {
  const acts = shownActs(attempt);
  const pairs = pairsOf(attempt);
  return (
    pairs.length > 0 &&
    pairs.every(([first, second]) => {
      const [one, other] = [firstOf(acts, first), firstOf(acts, second)];
      return one !== undefined && (other === undefined || one < other);
    })
  );
}

function late(attempt: ReadAttempt, first: Act, second: Act): readonly Truth[] {
  const acts = shownActs(attempt);
  const [one, other] = [firstOf(acts, first), firstOf(acts, second)];
  if (one === undefined || other === undefined || one < other) return [];
  const isAsked = pairsOf(attempt).some(([a, b]) => a === first && b === second);
  return [{ events: [one, other], ...(!isAsked && { optional: true }) }];
}

function never(attempt: ReadAttempt, act: Act): readonly Truth[] {
  const isAsked = pairsOf(attempt).some(([first]) => first === act);
  return truth(firstOf(shownActs(attempt), act) === undefined, isAsked ? {} : { optional: true });
}

/** Event of the first picture that shows a page, over all workbenches. */
function firstPicture(attempt: ReadAttempt): number | undefined {
  const seqs = attempt
    .exercises('preservation')
    .flatMap((id) => workbenchOf(attempt, id).pictures())
    .map(({ seq }) => seq);
  return seqs.length > 0 ? Math.min(...seqs) : undefined;
}

function picturesOnly(attempt: ReadAttempt): readonly Truth[] {
  const picture = firstPicture(attempt);
  if (picture === undefined || firstOf(shownActs(attempt), 'preserve') !== undefined) return [];
  const isAsked = pairsOf(attempt).some(([first]) => first === 'preserve');
  return [{ events: [picture], ...(!isAsked && { optional: true }) }];
}

/** Captures of answers without a page, if no page was ever captured. */
function emptyOnly(attempt: ReadAttempt): readonly Truth[] {
  const events = attempt
    .exercises('preservation')
    .flatMap((id) => workbenchOf(attempt, id).captures)
    .flatMap(({ seq, page }) => (page.status === 404 ? [seq] : []))
    .sort((a, b) => a - b);
  if (events.length === 0 || firstOf(shownActs(attempt), 'preserve') !== undefined) return [];
  const isAsked = pairsOf(attempt).some(([first]) => first === 'preserve');
  return [{ params: { count: events.length }, events, ...(!isAsked && { optional: true }) }];
}

/** True if an act came after a picture but before the first captured page. */
function pictureBefore(attempt: ReadAttempt, second: Act): readonly Truth[] {
  const picture = firstPicture(attempt);
  const came = firstOf(shownActs(attempt), second);
  const [isLate] = late(attempt, 'preserve', second);
  if (!isLate || picture === undefined || came === undefined || picture > came) return [];
  return [{ events: [picture, came], ...(isLate.optional && { optional: true }) }];
}

type Told = 'kept' | 'alone' | 'late' | 'never';

/** Sentences about each pair of acts in the key. */
function pair(attempt: ReadAttempt, told: Told, first: Act, second: Act): readonly Truth[] {
  const acts = shownActs(attempt);
  const [one, other] = [firstOf(acts, first), firstOf(acts, second)];
  const asked = pairsOf(attempt).filter(([a, b]) => a === first && b === second);
  const is: Record<Told, boolean> = {
    kept: one !== undefined && other !== undefined && one < other,
    alone: one !== undefined && other === undefined,
    late: one !== undefined && other !== undefined && one >= other,
    never: one === undefined,
  };
  const events = [one, other].filter((seq) => seq !== undefined);
  return is[told] ? asked.map(() => ({ events })) : [];
}

const EACH_PAIR = ACTS.flatMap((first) =>
  ACTS.filter((second) => second !== first).map((second) => [first, second] as const),
);

/** Number of steps of the model path that were chosen at any time, each at most as often as in the path. */
function modelSteps(attempt: ReadAttempt): { readonly same: number; readonly of: number } {
  const made = attempt.events.flatMap((event) =>
    event.type === 'decision.made' ? [[event.state, event.option] as const] : [],
  );
  const { model: steps } = attempt.answers.key;
  const role = attempt.log.header.role ?? attempt.scenario.roles?.[0];
  const model = steps.flatMap(([state, option, only]): Choice[] =>
    only === undefined || only === role ? [[state, option]] : [],
  );
  const same = model.filter((step) => {
    const at = made.findIndex((choice) => isOneStep(choice, step, attempt));
    if (at >= 0) made.splice(at, 1);
    return at >= 0;
  }).length;
  return { same, of: model.length };
}

type Choice = readonly [state: string, option: string];

/** True if two choices are the same option, or have the same words in the same state or for the same act. */
function isOneStep(one: Choice, other: Choice, attempt: ReadAttempt): boolean {
  if (one.join(' ') === other.join(' ')) return true;
  const [a, b] = [toldOf(one, attempt), toldOf(other, attempt)];
  return a.words === b.words && (one[0] === other[0] || (a.act !== undefined && a.act === b.act));
}

/** Words of a choice, and its act. */
function toldOf([at, chosen]: Choice, attempt: ReadAttempt) {
  const state = attempt.state(at);
  const act = 'options' in state ? state.options?.find(({ id }) => id === chosen)?.act : undefined;
  return { words: attempt.scenes[at]?.options.find(({ id }) => id === chosen)?.text, act };
}

function hintsTaken(attempt: ReadAttempt): readonly Truth[] {
  const costs = attempt.events.flatMap((event) => {
    if (event.type !== 'hint.taken') return [];
    const state = attempt.state(event.state);
    return [('hints' in state && state.hints?.[event.hint]) || 0];
  });
  const cost = costs.reduce((sum, one) => sum + one, 0);
  return truth(costs.length > 0, { params: { taken: costs.length, cost } });
}

/** Sentences about a case as a whole. */
export const CASE_READERS: Readers<ReadAttempt> = {
  'case.red': (attempt) => ratedAs(attempt, 'red').map(({ step, seq }) => ({ params: { step }, events: [seq] })),
  'case.red.stopped': (attempt) => truth(stopsAtRed(attempt)),
  'case.red.closed-card': (attempt) => truth(copiedClosedCard(attempt)),
  'case.red.none': (attempt) =>
    truth(
      ratedAs(attempt, 'red').length === 0 && !copiedClosedCard(attempt),
      decides(attempt) ? {} : { optional: true },
    ),
  'case.harm.one': (attempt) => {
    const [only, ...others] = ratedAs(attempt, 'harmful');
    const rated = ratedChoices(attempt).length;
    return only && others.length === 0 ? [{ params: { step: only.step, rated }, events: [only.seq] }] : [];
  },
  'case.harm.many': (attempt) => {
    const harmful = ratedAs(attempt, 'harmful');
    const rated = ratedChoices(attempt).length;
    const [first] = harmful;
    return first && harmful.length > 1
      ? [{ params: { step: first.step, rated, count: harmful.length }, events: harmful.map(({ seq }) => seq) }]
      : [];
  },
  // A red line or a copy of a withheld card is harm too: then this sentence would be false reassurance.
  'case.harm.none': (attempt) => {
    const rated = ratedChoices(attempt);
    const isSafe = rated.every(({ rating }) => rating === 'good' || rating === 'acceptable');
    return truth(rated.length > 0 && isSafe && !copiedClosedCard(attempt), {
      params: { rated: rated.length },
      events: rated.map(({ seq }) => seq),
    });
  },
  'case.undecided': (attempt) => truth(ratedChoices(attempt).length === 0, decides(attempt) ? {} : { optional: true }),
  'case.order.kept': (attempt) => truth(isInOrder(attempt)),
  ...Object.fromEntries(
    ACTS.flatMap((first) =>
      ACTS.filter((second) => second !== first).map(
        (second) => [`case.late.${first}.${second}`, (attempt: ReadAttempt) => late(attempt, first, second)] as const,
      ),
    ),
  ),
  ...Object.fromEntries(ACTS.map((act) => [`case.never.${act}`, (attempt: ReadAttempt) => never(attempt, act)])),
  'case.pictures.only': picturesOnly,
  'case.empty.only': emptyOnly,
  ...Object.fromEntries(
    ACTS.filter((second) => second !== 'preserve').map(
      (second) => [`case.pictures.before.${second}`, (attempt: ReadAttempt) => pictureBefore(attempt, second)] as const,
    ),
  ),
  ...Object.fromEntries(
    (['kept', 'alone', 'late', 'never'] as const).flatMap((told) =>
      EACH_PAIR.map(
        ([first, second]) =>
          [
            `case.pair.${told}.${first}.${second}`,
            (attempt: ReadAttempt) => pair(attempt, told, first, second),
          ] as const,
      ),
    ),
  ),
  'case.model.all': (attempt) => {
    const { same, of } = modelSteps(attempt);
    return truth(of > 0 && same === of, { params: { of } });
  },
  'case.model.some': (attempt) => {
    const { same, of } = modelSteps(attempt);
    return truth(same < of, { params: { of, same } });
  },
  'case.hints': hintsTaken,
};
