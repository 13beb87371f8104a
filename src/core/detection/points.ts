import { FAIRLY_PAYS_FROM, SURE_PAYS_FROM } from '#core/measures/certainty-limits.ts';
import type { Certainty } from './play.ts';

/** How much a controlled ad overlooked weighs, and how much a person flagged without cause. Announced before the exercise. */
export interface Harm {
  readonly miss: number;
  readonly falseFlag: number;
}

/** Training values, where an exercise sets none of its own. */
export const USUAL_HARM: Harm = { miss: 5, falseFlag: 1 };

/** Points for a right and for a wrong answer by certainty. @see A. Gardner-Medwin, certainty-based marking. */
export const CERTAINTY_POINTS: Readonly<Record<Certainty, readonly [right: number, wrong: number]>> = {
  1: [1, 0],
  2: [2, -2],
  3: [3, -6],
};

/** The certainty that earns most on average for who is right with that chance (0 to 1). */
export function certaintyThatPays(right: number): Certainty {
  return right > SURE_PAYS_FROM ? 3 : right > FAIRLY_PAYS_FROM ? 2 : 1;
}

/** What the best certainty earns that is the same for every answer, where so many answers are right and so many wrong. */
export function blindPoints(right: number, wrong: number): number {
  return Math.max(...Object.values(CERTAINTY_POINTS).map(([yes, no]) => right * yes + wrong * no));
}

/** A wrong reason at the right place is half a reason. */
export const HALF = 0.5;

/** The probability that a band says: the middle of its range, from 0 over .11, .24 and .49 to 1. */
export const BAND_PROBABILITIES = [0.055, 0.175, 0.365, 0.745] as const;
