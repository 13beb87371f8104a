import type { CapturedPage } from '#case/exercise/model/exercise-kind.ts';
import type { PlayedExercises } from './case-material.ts';
import type { AttemptState } from './replay-attempt.ts';
import { canTell, toldByKinds } from './told-by-kinds.ts';

/** Captures of pages that the site still served, over all exercises of an attempt. */
export function capturedPages(played: PlayedExercises, attempt: Pick<AttemptState, 'responses'>): CapturedPage[] {
  return capturesIn(played, attempt).filter(({ status }) => status === PAGE);
}

/** Captures without a page, earliest first: the site answered that the page no longer exists. */
export function emptyCaptures(played: PlayedExercises, attempt: Pick<AttemptState, 'responses'>): CapturedPage[] {
  return capturesIn(played, attempt)
    .filter(({ status }) => status === GONE)
    .sort((a, b) => a.seq - b.seq);
}

const PAGE = 200;
const GONE = 404;

const capturesIn = (played: PlayedExercises, attempt: Pick<AttemptState, 'responses'>) =>
  toldByKinds(played, attempt).flatMap(([{ captured = [] }]) => captured);

/** True if the case has an exercise in which pages can be captured. */
export function capturesPages({ scenario, kinds }: PlayedExercises): boolean {
  return Object.values(scenario.states).some(
    (state) => state.type === 'exercise' && canTell(kinds, state.kind, 'captured'),
  );
}
