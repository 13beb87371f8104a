import { type WordingName, wordingOf } from './kept-answer.ts';
import type { LessonQuestion, Wording } from './lesson-question.ts';

/** A question as it is shown when it comes back. `places` gives the place of each shown answer in the wording. */
export interface VariedQuestion extends Wording {
  readonly places: readonly number[];
  readonly wording: WordingName;
}

/**
 * A question for its nth return, counted from 0: in its other wording on each first, third and so on return where it
 * has one, and with its answers in another order than the time before. Deterministic.
 */
export function varyQuestion({ ask, answers, again }: LessonQuestion, nth: number): VariedQuestion {
  const name = wordingOf(nth, again !== undefined);
  const wording = again && name === 'other' ? again : { ask, answers };
  const { length } = wording.answers;
  const places = wording.answers.map((_, at) => (at + nth + 1) % length);
  return {
    ask: wording.ask,
    answers: places.flatMap((place) => wording.answers.slice(place, place + 1)),
    places,
    wording: name,
  };
}
