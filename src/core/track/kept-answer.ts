import { DAY, toEpoch } from '#core/kernel/instant.ts';

/** An answer to a question of a lesson, as this device keeps it. It is never sent anywhere. */
export interface KeptAnswer {
  readonly schema: 'answer/1';
  readonly id: string;
  /** Lesson and place of the question, such as `j1.3`. */
  readonly question: string;
  /** Fingerprint of the words that were answered. */
  readonly text: string;
  /** Place of the chosen answer in the wording, counted from 0. */
  readonly chosen: number;
  readonly right: boolean;
  /** Set if the question had come back on a later day; left out of the first answer, which is given in the lesson. */
  readonly again?: true;
  /** Wall time in ISO format. */
  readonly wall: string;
}

/** A page that the reader has ticked as read. Nothing else says so. */
export interface PageMark {
  readonly schema: 'page-mark/1';
  /** Address from the root of the site. */
  readonly path: string;
  readonly wall: string;
}

/** The day of a wall time in UTC, as YYYY-MM-DD. */
export const dayOf = (wall: string): string => wall.slice(0, 10);

/** Whole days from one day to another, both as YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number => Math.round((toEpoch(to) - toEpoch(from)) / DAY);

/** The answers to the current words of these questions, earliest first; others are of earlier texts. */
export function answersTo(
  answers: readonly KeptAnswer[],
  questions: readonly { readonly id: string; readonly text: string }[],
): KeptAnswer[] {
  const texts = new Map(questions.map(({ id, text }) => [id, text]));
  return answers
    .filter(({ question, text }) => texts.get(question) === text)
    .sort((a, b) => (a.wall < b.wall ? -1 : a.wall > b.wall ? 1 : 0));
}
