import { createReplay, offeredOptions } from '#case/attempt/model/replay-attempt.ts';
import type { Act as StoryAct } from '#case/exercise/model/acts.ts';
import type { ReadAttempt, Truth } from './attempt.ts';
import { workbenchOf } from './bench.ts';
import { lossesIn } from './lost-pages.ts';

/** An event whose scene offered the act in question. */
interface Place {
  readonly seq: number;
  readonly step: string;
}

/** Acts that are done in an exercise of this kind, not by the choice that leads there. */
const AT_A_DESK: Readonly<Record<string, readonly StoryAct[]>> = {
  preservation: ['preserve'],
  requests: ['request'],
};

/** Every place in the log at which the act could be done, the earliest first. */
function placesTo(attempt: ReadAttempt, act: StoryAct): Place[] {
  const replay = createReplay(attempt, attempt.log.header.role);
  let now = replay.start();
  return attempt.events.flatMap((event): Place[] => {
    const before = { ...now, state: event.state };
    now = replay.advance(now, event);
    const state = attempt.state(event.state);
    const isOpen =
      event.type === 'exercise.committed' && state.type === 'exercise' && AT_A_DESK[state.kind]?.includes(act);
    const isOffered =
      event.type === 'decision.made' && offeredOptions(attempt.scenario, before).some((one) => one.act === act);
    return isOpen || isOffered ? [placeOf(attempt, event)] : [];
  });
}

const placeOf = ({ scenes }: ReadAttempt, { seq, state }: { readonly seq: number; readonly state: string }): Place => ({
  seq,
  step: scenes[state]?.title ?? '',
});

/** For each thing to change, the place to go back to; undefined if the log has no such place. */
const PLACES: Readonly<Record<string, (attempt: ReadAttempt, change: Truth) => Place | undefined>> = {
  // The truth already names the step.
  'change.red': (_, { params, events: [seq = 0] = [] }) => ({ seq, step: String(params?.step) }),
  'change.harm': (_, { params, events: [seq = 0] = [] }) => ({ seq, step: String(params?.step) }),
  'change.lost-by.notify': beforeTheLoss,
  'change.lost-by.contact': beforeTheLoss,
  'change.data-gone': (attempt) => placesTo(attempt, 'request')[0],
  'change.card-copied': (attempt) => {
    const copies = attempt.exercises('preservation').flatMap((id) =>
      workbenchOf(attempt, id)
        .copied()
        .filter(({ ad }) => attempt.isClosed(ad))
        .map(({ seq }) => placeOf(attempt, { seq, state: id })),
    );
    return copies.sort((a, b) => a.seq - b.seq)[0];
  },
  'change.account-told': whereItWasDone,
  'change.checkathon-red': whereItWasDone,
  'change.card-open': (attempt) => {
    const finds = attempt.exercises('detection');
    const left = attempt.events.find(({ type, state }) => type === 'exercise.committed' && finds.includes(state));
    return left && placeOf(attempt, left);
  },
};

/** The act itself, in an exercise that was left. */
function whereItWasDone(attempt: ReadAttempt, { events: [seq = 0] = [] }: Truth): Place | undefined {
  const done = attempt.events.find((event) => event.seq === seq);
  const isLeft = attempt.events.some((one) => one.type === 'exercise.committed' && one.state === done?.state);
  return done && isLeft ? placeOf(attempt, done) : undefined;
}

/** The last place at which pages could be captured before the act that lost them; else that act. */
function beforeTheLoss(attempt: ReadAttempt): Place | undefined {
  const [loss] = lossesIn(attempt);
  return loss && (placesTo(attempt, 'preserve').findLast(({ seq }) => seq <= loss.seq) ?? loss);
}

/** The step to go back to for the one thing to change. */
export function secondTry(attempt: ReadAttempt, change: string, own: Truth): readonly Truth[] {
  const place = PLACES[change]?.(attempt, own);
  return place ? [{ params: { step: place.step }, events: [place.seq] }] : [];
}
