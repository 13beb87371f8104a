import type { PlatformTestResponse } from './play.ts';
import { afterAction, beginTest } from './play-test.ts';
import type { PlatformTestBrief, PlatformTestState } from './state.ts';

/** The present state of a test, with the acts that its sentences cite. Refused acts are not among them. */
export interface TestSoFar {
  readonly state: PlatformTestState;
  /** By site and claim, the act that wrote the present finding. */
  readonly written: Readonly<Record<string, number>>;
  /** The act that sealed the report. */
  readonly sealed?: number;
  /** Event that answered the inject about many similar ads. */
  readonly looked?: number;
  /** The act with which each red line was crossed first. */
  readonly crossed: readonly { readonly line: PlatformTestState['red'][number]; readonly seq: number }[];
}

const START: TestSoFar = { state: beginTest(), written: {}, crossed: [] };

/** Caches the last test of each brief, so that one more act needs one more step. */
const folded = new WeakMap<
  PlatformTestBrief,
  { readonly done: PlatformTestResponse['done']; readonly test: TestSoFar }
>();

/** The test after all acts of a response. Acts that cannot be done change nothing. */
export function testAt(brief: PlatformTestBrief, { done }: Pick<PlatformTestResponse, 'done'>): TestSoFar {
  const last = folded.get(brief);
  const known =
    last && last.done.length <= done.length && last.done.every((one, n) => one === done[n]) ? last : undefined;
  let test = known?.test ?? START;
  for (const one of done.slice(known?.done.length ?? 0)) test = withAct(brief, test, one);
  folded.set(brief, { done, test });
  return test;
}

function withAct(
  brief: PlatformTestBrief,
  before: TestSoFar,
  { action, seq }: PlatformTestResponse['done'][number],
): TestSoFar {
  const state = afterAction(brief, before.state, action);
  if (state === before.state) return before;
  const lines = state.red.filter((line) => !before.state.red.includes(line));
  const crossed = [...before.crossed, ...lines.map((line) => ({ line, seq }))];
  const after: TestSoFar = { ...before, state, crossed };
  if (action.type === 'report.sealed') return { ...after, sealed: seq };
  if (action.type === 'inject.answered' && action.inject === 'one-look') return { ...after, looked: seq };
  if (action.type !== 'finding.recorded') return after;
  return { ...after, written: { ...before.written, [`${action.site} ${action.claim}`]: seq } };
}
