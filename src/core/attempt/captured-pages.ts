import type { CapturedPage } from '#core/exercise/exercise-kind.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { AttemptState } from './replay-attempt.ts';
import { responsesWithPlay } from './responses-with-play.ts';

/** Captures of pages that the site still served, over all exercises of an attempt. */
export function capturedPages(
  scenario: Pick<CompiledScenario, 'states'>,
  attempt: Pick<AttemptState, 'responses'>,
): CapturedPage[] {
  return capturesIn(scenario, attempt).filter(({ status }) => status === PAGE);
}

/** Captures without a page, earliest first: the site answered that the page no longer exists. */
export function emptyCaptures(
  scenario: Pick<CompiledScenario, 'states'>,
  attempt: Pick<AttemptState, 'responses'>,
): CapturedPage[] {
  return capturesIn(scenario, attempt)
    .filter(({ status }) => status === GONE)
    .sort((a, b) => a.seq - b.seq);
}

const PAGE = 200;
const GONE = 404;

const capturesIn = (scenario: Pick<CompiledScenario, 'states'>, attempt: Pick<AttemptState, 'responses'>) =>
  responsesWithPlay(scenario, attempt).flatMap(([play, response]) => play.capturedIn?.(response) ?? []);

/** True if the case has an exercise in which pages can be captured. */
export function capturesPages({ states }: Pick<CompiledScenario, 'states'>): boolean {
  return Object.values(states).some(
    (state) => state.type === 'exercise' && KIND_PLAYS.of(state.kind)?.capturedIn !== undefined,
  );
}
