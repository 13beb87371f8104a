import type { ExerciseAction, ExercisePlay } from '#core/exercise/exercise-kind.ts';
import type { CheckathonAction } from './actions.ts';
import { afterAction, beginTest } from './play-test.ts';
import type { CheckathonBrief, CheckathonState } from './state.ts';

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

/** A test as it stands, with the acts that its sentences rest on: those that could not be done are none of them. */
export interface TestSoFar {
  readonly state: CheckathonState;
  /** By site and claim, the act that wrote the finding that stands. */
  readonly written: Readonly<Record<string, number>>;
  /** The act that sealed the report. */
  readonly sealed?: number;
  /** The act with which each red line was crossed first. */
  readonly crossed: readonly { readonly line: CheckathonState['red'][number]; readonly seq: number }[];
}

const START: TestSoFar = { state: beginTest(), written: {}, crossed: [] };

/** Of each brief the last test that was folded, so that one more act is one more step. */
const folded = new WeakMap<CheckathonBrief, { readonly done: CheckathonResponse['done']; readonly test: TestSoFar }>();

/** The test after all acts of a response. Acts that cannot be done change nothing. */
export function testAt(brief: CheckathonBrief, { done }: Pick<CheckathonResponse, 'done'>): TestSoFar {
  const last = folded.get(brief);
  const known =
    last && last.done.length <= done.length && last.done.every((one, n) => one === done[n]) ? last : undefined;
  let test = known?.test ?? START;
  for (const one of done.slice(known?.done.length ?? 0)) test = withAct(brief, test, one);
  folded.set(brief, { done, test });
  return test;
}

function withAct(
  brief: CheckathonBrief,
  before: TestSoFar,
  { action, seq }: CheckathonResponse['done'][number],
): TestSoFar {
  const state = afterAction(brief, before.state, action);
  if (state === before.state) return before;
  const lines = state.red.filter((line) => !before.state.red.includes(line));
  const crossed = [...before.crossed, ...lines.map((line) => ({ line, seq }))];
  const after: TestSoFar = { ...before, state, crossed };
  if (action.type === 'report.sealed') return { ...after, sealed: seq };
  if (action.type !== 'finding.recorded') return after;
  return { ...after, written: { ...before.written, [`${action.site} ${action.claim}`]: seq } };
}
