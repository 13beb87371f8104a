import { type AskedQuestion, answersTo, dayOf, type GradedAnswer, type KeptAnswer } from './kept-answer.ts';

/** So many right answers on different days, one after the other, retire a missed question. */
const RIGHT_DAYS = 2;

/** A question that was missed, with every answer to it. */
export interface MissedQuestion {
  readonly question: string;
  /** Earliest first. */
  readonly answers: readonly GradedAnswer[];
  /** True once it was right on two different days after it was last wrong: it does not come back. */
  readonly retired: boolean;
}

/**
 * Questions that were answered wrong at least once, in the order of the first answer. An answer to an earlier text of a
 * question counts for nothing.
 */
export function missedQuestions(answers: readonly KeptAnswer[], questions: readonly AskedQuestion[]): MissedQuestion[] {
  const given = new Map<string, GradedAnswer[]>();
  for (const answer of answersTo(answers, questions))
    given.set(answer.question, [...(given.get(answer.question) ?? []), answer]);
  return [...given].flatMap(([question, all]) => {
    const wrong = all.findLastIndex(({ right }) => !right);
    if (wrong < 0) return [];
    const days = new Set(all.slice(wrong + 1).map(({ wall }) => dayOf(wall)));
    return [{ question, answers: all, retired: days.size >= RIGHT_DAYS }];
  });
}
