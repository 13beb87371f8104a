import type { Exploration } from '#case/language/model/explore-story.ts';
import type { AnswerKey, Rating } from '#case/scoring/model/schemas.ts';
import { ratingOf } from '#case/scoring/model/score-path.ts';

/** Ratings of a step, by their number in `StepRatings`; unrated comes first. */
export const RATED = [undefined, 'good', 'acceptable', 'harmful', 'red'] as const satisfies readonly (
  | Rating
  | undefined
)[];

/** Rating of each step of an exploration, as an index into `RATED`. */
export type StepRatings = Uint8Array;

/** Looks up the rating of each step; without a key none is rated. */
export function rateSteps({ count, steps, moves, configurationOf }: Exploration, key?: AnswerKey): StepRatings {
  const ofConfiguration: number[][] = [];
  const found = new Uint8Array(moves.length);
  if (!key) return found;
  for (let situation = 0; situation < count; situation++) {
    const configuration = configurationOf(situation);
    ofConfiguration[configuration.index] ??= configuration.moves.map(({ state, option }) =>
      RATED.indexOf(option && Object.hasOwn(key.decisions, state) ? ratingOf(key, state, option.id) : undefined),
    );
    const ratings = ofConfiguration[configuration.index] as number[];
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++)
      found[step] = ratings[moves[step] as number] as number;
  }
  return found;
}
