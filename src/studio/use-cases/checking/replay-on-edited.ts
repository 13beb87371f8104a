import { type AttemptEvent, type AttemptLog, type AttemptStep, recordEvent } from '#case/attempt/model/attempt-log.ts';
import {
  type AttemptState,
  createReplay,
  ImpossibleEventError,
  overdueTimer,
} from '#case/attempt/model/replay-attempt.ts';
import type { AttemptStart } from '#case/attempt/model/start-at.ts';
import { createLookUp } from '#case/attempt/model/unknown-names.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { isOffered } from '#case/language/model/compiled-scenario.ts';
import type { PlayedPart } from '#case/parts/use-cases/case-parts.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';

/** Why a step of an attempt cannot be taken in the edited case. */
export type Misfit =
  | 'role-gone'
  | 'state-gone'
  | 'elsewhere'
  | 'option-gone'
  | 'option-closed'
  | 'ad-gone'
  | 'name-gone'
  | 'hint-gone'
  | 'no-such-step';

/** The first step of an attempt that the edited case does not allow. */
export interface BrokenStep {
  /** Its number in the attempt, counted from 1; 0 for the choice of the role. */
  readonly seq: number;
  readonly step: AttemptStep | undefined;
  readonly why: Misfit;
  /** Active states before the step. */
  readonly at: readonly string[];
}

/** The result of replaying a recorded attempt on an edited case. */
export interface EditedReplay {
  /** Number of steps in the attempt. */
  readonly steps: number;
  /** Number of steps, from the first, that the edited case still allows. */
  readonly fit: number;
  readonly broken?: BrokenStep;
  /**
   * The same steps as an attempt at the edited case, as far as they fit. It is no trainee's attempt and is never
   * stored.
   */
  readonly log: AttemptLog;
  readonly attempt: AttemptState;
  /** Set where the attempt reaches an end and the answers are given. */
  readonly report?: ScoreReport;
}

/**
 * Replays a recorded attempt on a case that has been edited since, up to the first step that the case does not allow.
 * Case time is computed again. An author's play that began in the middle (`begun`) continues from there.
 * A timer that now runs out earlier does so, and the step that waited for it counts as taken.
 */
export function replayOnEdited(
  recorded: AttemptLog,
  part: PlayedPart,
  kinds: Pick<Kinds, 'reads' | 'scores'>,
  answers?: Answers,
  begun?: AttemptStart,
): EditedReplay {
  const { scenario, market } = part;
  const { role, ...others } = recorded.header;
  const scored = { ...part, kinds: { ...part.kinds, scores: kinds.scores } };
  const steps = recorded.events.length;
  const header = {
    ...others,
    scenarioHash: scenario.hash,
    marketId: market.marketId,
    generatorVersion: market.generatorVersion,
  };
  if (role !== undefined && !scenario.roles?.includes(role)) {
    const attempt = createReplay(part).start();
    const broken: BrokenStep = { seq: 0, step: undefined, why: 'role-gone', at: attempt.active };
    return { steps, fit: 0, broken, log: { header, events: [] }, attempt };
  }
  const replay = createReplay(part, role, begun);
  const lookUp = createLookUp(part, kinds);
  let log: AttemptLog = { header: { ...header, ...(role !== undefined && { role }) }, events: [] };
  let attempt = replay.start();
  const early = new Set<string>();
  const take = (step: AttemptStep, wall: string) => {
    const event = recordEvent(log, step, attempt.clock, wall);
    attempt = replay.advance(attempt, event);
    log = { ...log, events: [...log.events, event] };
  };
  const done = (fit: number, broken?: BrokenStep): EditedReplay => ({
    steps,
    fit,
    ...(broken && { broken }),
    log,
    attempt,
    ...(!broken && answers && attempt.ended && { report: scoreAttempt(log, scored, answers) }),
  });

  for (const [n, event] of recorded.events.entries()) {
    const step = stepOf(event);
    if (step.type === 'timer.elapsed' && early.delete(step.state)) continue;
    for (let timer = overdueTimer(attempt); timer !== undefined; timer = overdueTimer(attempt)) {
      if (step.type === 'timer.elapsed' && step.state === timer) break;
      take({ type: 'timer.elapsed', state: timer }, event.wall);
      early.add(timer);
    }
    const why = misfitOf(part, attempt, step, lookUp) ?? tryTo(() => take(step, event.wall));
    if (why) return done(n, { seq: event.seq, step, why, at: attempt.active });
  }
  return done(steps);
}

/** The step of an event: what was done, without its position, times and hashes in the log. */
export function stepOf({
  seq: _seq,
  at: _at,
  wall: _wall,
  prev: _prev,
  hash: _hash,
  ...step
}: AttemptEvent): AttemptStep {
  return step;
}

/** Takes the step. The scenario itself refuses steps for which `misfitOf` knows no reason. */
function tryTo(take: () => void): Misfit | undefined {
  try {
    take();
    return undefined;
  } catch (error) {
    if (error instanceof ImpossibleEventError) return 'no-such-step';
    throw error;
  }
}

/** The specific reason why a step cannot be taken; undefined where none applies. */
function misfitOf(
  { scenario }: PlayedPart,
  attempt: AttemptState,
  step: AttemptStep,
  lookUp: ReturnType<typeof createLookUp>,
): Misfit | undefined {
  const state = Object.hasOwn(scenario.states, step.state) ? scenario.states[step.state] : undefined;
  if (!state) return 'state-gone';
  if (!attempt.active.includes(step.state)) return 'elsewhere';
  if (step.type === 'decision.made') {
    const option = 'options' in state ? state.options.find(({ id }) => id === step.option) : undefined;
    if (!option) return 'option-gone';
    if (!isOffered(option, attempt.combination)) return 'option-closed';
  }
  if (step.type === 'hint.taken' && ('hints' in state ? state.hints?.[step.hint] : undefined) === undefined)
    return 'hint-gone';
  const unknown = step.type === 'exercise.acted' ? lookUp(step.state, step.action) : undefined;
  if (!unknown) return undefined;
  if (unknown.what === 'ad') return 'ad-gone';
  return unknown.what === 'act' ? 'no-such-step' : 'name-gone';
}
