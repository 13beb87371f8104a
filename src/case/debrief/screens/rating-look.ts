import type { PathStep } from '#case/scoring/model/score-report.ts';

type Rating = NonNullable<PathStep['rating']>;

/** Class and icon of a rating: line and word carry it, colour comes last. */
export const RATING_LOOK: Readonly<Record<Rating, { readonly verdict: string; readonly icon: string }>> = {
  good: { verdict: 'verdict--hit', icon: '#i-hit' },
  acceptable: { verdict: 'verdict--cue', icon: '#i-done' },
  harmful: { verdict: 'verdict--false', icon: '#i-false' },
  red: { verdict: 'verdict--false', icon: '#i-stop' },
};

/** True for a step that is explained first. */
export function couldHaveHarmed(step: PathStep): boolean {
  return step.rating === 'harmful' || step.rating === 'red';
}
