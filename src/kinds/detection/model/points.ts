import { FAIRLY_PAYS_FROM, SURE_PAYS_FROM } from '#kernel/model/statistics/certainty-limits.ts';
import type { Certainty } from './play.ts';

/** Weights of a missed controlled ad and of a person flagged without cause. Announced before the exercise. */
export interface Harm {
  readonly miss: number;
  readonly falseFlag: number;
}

/** Default weights. Training values. */
export const USUAL_HARM: Harm = { miss: 5, falseFlag: 1 };

/** Points for a right and for a wrong answer, by certainty. @see A. Gardner-Medwin, certainty-based marking. */
export const CERTAINTY_POINTS: Readonly<Record<Certainty, readonly [right: number, wrong: number]>> = {
  1: [1, 0],
  2: [2, -2],
  3: [3, -6],
};

/** The certainty with the highest expected score, given the probability of being right (0 to 1). */
export function certaintyThatPays(right: number): Certainty {
  return right > SURE_PAYS_FROM ? 3 : right > FAIRLY_PAYS_FROM ? 2 : 1;
}

/** Points of the best constant certainty over this many right and wrong answers. */
export function baselinePoints(right: number, wrong: number): number {
  return Math.max(...Object.values(CERTAINTY_POINTS).map(([yes, no]) => right * yes + wrong * no));
}

/** Weight of a wrong reason at the right place. */
export const HALF_CREDIT = 0.5;
