import { canonicalJson } from '#kernel/model/canonical-json.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { AskedQuestion } from './kept-answer.ts';

/** One of the answers to a question; exactly one of a question is right. */
export interface LessonAnswer {
  readonly text: string;
  readonly right: boolean;
  readonly why: string;
}

/** One wording of a question. */
export interface Wording {
  readonly ask: string;
  readonly answers: readonly LessonAnswer[];
}

/** A question at the end of a lesson. */
export interface LessonQuestion extends Wording {
  /** Lesson and place, counted from 1: `j1.3`. */
  readonly id: string;
  /** Fingerprint of its words: an answer to an earlier text is not an answer to this one. */
  readonly text: string;
  /** The same point in other words, for the day on which the question comes back; left out where none is written. */
  readonly again?: Wording;
}

/** Length of the fingerprint of a question, in hexadecimal digits. */
const FINGERPRINT_LENGTH = 16;

/** The questions of a lesson with their names and fingerprints, in the order of the lesson. */
export function lessonQuestions(
  lesson: string,
  questions: readonly (Wording & { readonly again?: Wording | undefined })[],
): LessonQuestion[] {
  return questions.map(({ ask, answers, again }, at) => ({
    id: `${lesson}.${at + 1}`,
    text: sha256Hex(canonicalJson([ask, answers.map(({ text, right }) => [text, right])])).slice(0, FINGERPRINT_LENGTH),
    ask,
    answers,
    ...(again && { again }),
  }));
}

/** What is needed of a question to count answers to it: its name, its words as a fingerprint, and which answer is right. */
export function askedQuestion({ id, text, answers, again }: LessonQuestion): AskedQuestion {
  const placeOfRight = (given: Wording['answers']) => given.findIndex(({ right }) => right);
  return { id, text, right: { first: placeOfRight(answers), ...(again && { other: placeOfRight(again.answers) }) } };
}
