import type { CaseOnDevice } from '#case/attempt/model/case-on-device.ts';
import type { HandledWork } from '#case/exercise/model/handled.ts';
import { DAY, fromEpoch, toEpoch } from '#kernel/model/instant.ts';
import { answersTo, dayOf, daysBetween, type KeptAnswer, type PageMark } from './kept-answer.ts';
import { missedQuestions } from './missed-questions.ts';
import { returnsDone } from './returns-done.ts';
import type { Track, TrackStep } from './track.ts';

/** What this device holds about the steps of a track. */
export interface DoneOnDevice {
  readonly answers: readonly KeptAnswer[];
  readonly marks: readonly PageMark[];
  /** By scenario; a case without an attempt is left out. */
  readonly cases: Readonly<Record<string, CaseOnDevice>>;
  /** Today, as YYYY-MM-DD in UTC. */
  readonly today: string;
}

/**
 * `waiting`: a return whose day has not come. `idle`: a return for which no missed question is left. `ticked`: a page
 * that the reader has ticked. `ended`: a case that has ended and in which nothing was handled; it is still to be done.
 */
export type StepState = 'open' | 'begun' | 'ended' | 'done' | 'ticked' | 'waiting' | 'idle';

/** How far one step is, by what the device holds. */
export interface StepStanding {
  readonly step: TrackStep;
  readonly state: StepState;
  /** The day on which it was done, or on which a waiting return begins; undefined where the device does not say. */
  readonly day: string | undefined;
  /** Answered questions of a lesson, of all its questions. */
  readonly answered?: readonly [number, number];
  /** How much of a case was handled. */
  readonly handled?: HandledWork;
}

export interface TrackStanding {
  readonly steps: readonly StepStanding[];
  /** Steps by what settles them: work that the device holds, a tick of the reader, or that nothing is left to repeat. */
  readonly counts: Readonly<Record<'done' | 'ticked' | 'idle', number>>;
  /** The first step that can be taken now; undefined where none is left. */
  readonly next: TrackStep | undefined;
  /** Minutes of the steps that are neither done nor idle. */
  readonly minutesLeft: number;
}

const SETTLED: ReadonlySet<StepState> = new Set(['done', 'ticked', 'idle']);

/** How far a track is, from what the device holds alone. Nothing is taken for done that it does not hold. Pure. */
export function trackStanding({ steps }: Pick<Track, 'steps'>, done: DoneOnDevice): TrackStanding {
  const questions = steps.flatMap((step) => (step.kind === 'lesson' ? step.questions : []));
  const answers = answersTo(done.answers, questions);
  const days = steps.flatMap((step) => (step.kind === 'return' ? [step.day] : []));
  const returns = returnsDone(days, answers);
  const isComing = missedQuestions(answers, questions).some(({ retired }) => !retired);
  const standings = steps.map((step) => standingOf(step));
  const left = standings.filter(({ state }) => !SETTLED.has(state));
  const count = (of: StepState) => standings.filter(({ state }) => state === of).length;
  return {
    steps: standings,
    counts: { done: count('done'), ticked: count('ticked'), idle: count('idle') },
    next: left.find(({ state }) => state !== 'waiting')?.step,
    minutesLeft: left.reduce((sum, { step }) => sum + step.minutes, 0),
  };

  function standingOf(step: TrackStep): StepStanding {
    switch (step.kind) {
      case 'lesson':
        return lessonStanding(step, answers);
      case 'case': {
        const found = Object.hasOwn(done.cases, step.scenario) ? done.cases[step.scenario] : undefined;
        const { handled } = found ?? {};
        return { step, state: found?.at ?? 'open', day: found?.last && dayOf(found.last), ...(handled && { handled }) };
      }
      case 'page': {
        const mark = done.marks.find(({ path }) => path === step.path);
        return { step, state: mark ? 'ticked' : 'open', day: mark && dayOf(mark.wall) };
      }
      case 'return':
        return returnStanding(step, { first: answers[0], doneOn: returns.get(step.day), isComing, today: done.today });
    }
  }
}

function lessonStanding(step: TrackStep & { readonly kind: 'lesson' }, answers: readonly KeptAnswer[]): StepStanding {
  const firsts = step.questions.flatMap(({ id }) => answers.find(({ question }) => question === id) ?? []);
  const isDone = firsts.length === step.questions.length && firsts.length > 0;
  const last = firsts
    .map(({ wall }) => wall)
    .sort()
    .at(-1);
  return {
    step,
    state: isDone ? 'done' : firsts.length > 0 ? 'begun' : 'open',
    day: last && dayOf(last),
    answered: [firsts.length, step.questions.length],
  };
}

interface ReturnNow {
  readonly first: KeptAnswer | undefined;
  readonly doneOn: string | undefined;
  readonly isComing: boolean;
  readonly today: string;
}

function returnStanding(
  step: TrackStep & { readonly kind: 'return' },
  { first, doneOn, isComing, today }: ReturnNow,
): StepStanding {
  if (doneOn !== undefined) return { step, state: 'done', day: doneOn };
  if (!first) return { step, state: 'waiting', day: undefined };
  const begun = dayOf(first.wall);
  if (daysBetween(begun, today) < step.day) return { step, state: 'waiting', day: dayAfter(begun, step.day) };
  return { step, state: isComing ? 'open' : 'idle', day: undefined };
}

/** The day so many days later. */
function dayAfter(day: string, days: number): string {
  return dayOf(fromEpoch(toEpoch(`${day}T00:00:00Z`) + days * DAY));
}
