import { compareCodes } from '#kernel/model/compare-codes.ts';
import { DAY, toEpoch } from '#kernel/model/instant.ts';

/** An answer to a question of a lesson, as this device keeps it. It is never sent anywhere. */
export interface KeptAnswer {
  readonly schema: 'answer/2';
  readonly id: string;
  /** Lesson and place of the question, such as `j1.3`. */
  readonly question: string;
  /** Fingerprint of the words that were answered. */
  readonly text: string;
  /** Place of the chosen answer in the wording, counted from 0. Whether it is right, the lesson of this site says. */
  readonly chosen: number;
  /** In which wording it was asked; left out of a first answer and of answers kept before this was noted. */
  readonly wording?: WordingName;
  /** Set if the question had come back on a later day; left out of the first answer, which is given in the lesson. */
  readonly again?: true;
  /** Set if it came to this device in a file. */
  readonly fromFile?: true;
  /** Wall time in ISO format. */
  readonly wall: string;
}

/** The wording of a question: the one of its lesson, or the other words for its returns. */
export type WordingName = 'first' | 'other';

/** A question by name and words, with the place of the right answer in each wording. */
export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  readonly right: { readonly first: number; readonly other?: number };
}

/** An answer, held against the lesson of this site. */
export interface GradedAnswer extends KeptAnswer {
  readonly right: boolean;
}

/** A page that the reader has ticked as read. Nothing else says so. */
export interface PageMark {
  readonly schema: 'page-mark/1';
  /** Address from the root of the site. */
  readonly path: string;
  /** Set if it came to this device in a file. */
  readonly fromFile?: true;
  readonly wall: string;
}

/** The day of a wall time in UTC, as YYYY-MM-DD. */
export const dayOf = (wall: string): string => wall.slice(0, 10);

/** Whole days from one day to another, both as YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number => Math.round((toEpoch(to) - toEpoch(from)) / DAY);

/**
 * The answers to the current words of these questions, earliest first; others are of earlier texts. Whether an answer is
 * right is read from its place and the question, and from nothing that was kept with it.
 */
export function answersTo(answers: readonly KeptAnswer[], questions: readonly AskedQuestion[]): GradedAnswer[] {
  const asked = new Map(questions.map((question) => [question.id, question]));
  const returns = new Map<string, number>();
  return answers
    .toSorted((a, b) => compareCodes(a.wall, b.wall))
    .flatMap((answer) => {
      const question = asked.get(answer.question);
      if (question?.text !== answer.text) return [];
      const nth = returns.get(question.id) ?? 0;
      if (answer.again) returns.set(question.id, nth + 1);
      const wording = answer.again ? (answer.wording ?? wordingOf(nth, question.right.other !== undefined)) : 'first';
      return [{ ...answer, right: answer.chosen === question.right[wording] }];
    });
}

/** The wording for the nth return of a question, counted from 0: other words each first, third and so on, if it has some. */
export const wordingOf = (nth: number, hasOther: boolean): WordingName =>
  hasOther && nth % 2 === 0 ? 'other' : 'first';
