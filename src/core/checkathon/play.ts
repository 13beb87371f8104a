import type { ExerciseAction, ExercisePlay } from '#core/exercise/exercise-kind.ts';
import type { CheckathonAction } from './actions.ts';

/** What is done in a test. "To the next event" is written as the hours that it took, so that the clock of the case knows them. */
export type TestAct = Exclude<CheckathonAction, { readonly type: 'time.skipped' }>;

/** The acts of the kind, as the log keeps them: those of a test, and the plan of what is to be done next. */
export type CheckathonAct = TestAct | { readonly type: 'week.planned'; readonly acts: readonly TestAct[] };

/** Acts that can be planned at most before they are done. */
export const MOST_PLANNED = 80;

/** What was done in an exercise, in its order. State, counts and report follow from it and from the brief. */
export interface CheckathonResponse {
  readonly done: readonly { readonly action: TestAct; readonly seq: number }[];
  /** Acts that are planned and not done; each can be taken back. */
  readonly planned: readonly TestAct[];
}

export const playCheckathon: ExercisePlay<CheckathonResponse> = {
  kind: 'checkathon',
  empty: { done: [], planned: [] },
  minutesPerAction: 0,
  minutesOf: (action) => {
    const act = action as ExerciseAction & CheckathonAct;
    return act.type === 'time.passed' ? Math.max(0, Math.round(act.hours * 60)) : 0;
  },
  reduce: (response, action, { seq }) => {
    const act = action as unknown as CheckathonAct;
    if (act.type === 'week.planned') return { ...response, planned: act.acts };
    return { ...response, done: [...response.done, { action: act, seq }] };
  },
};
