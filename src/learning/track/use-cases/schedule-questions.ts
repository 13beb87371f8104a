import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { type AskedQuestion, dayOf, type KeptAnswer } from '#learning/track/model/kept-answer.ts';
import { missedQuestions } from '#learning/track/model/missed-questions.ts';

/** A missed question with the day on which it comes back, as YYYY-MM-DD in UTC: it is due from the beginning of that day. */
export interface ScheduledQuestion {
  readonly question: string;
  readonly due: string;
  /** How often it has come back so far. */
  readonly returns: number;
}

/** Without fuzz and short-term steps, so that the same answers give the same days. */
const SCHEDULER = fsrs({ enable_fuzz: false, enable_short_term: false });

/**
 * When each missed question comes back, earliest first; a retired one is left out. Computed from the answers alone, in
 * order of time; nothing is stored.
 * @see J. Ye and others, free spaced repetition scheduler (FSRS)
 */
export function scheduleQuestions(
  answers: readonly KeptAnswer[],
  questions: readonly AskedQuestion[],
): ScheduledQuestion[] {
  return missedQuestions(answers, questions)
    .filter(({ retired }) => !retired)
    .map(({ question, answers: given }) => {
      const card = given.reduce<Card>(
        (before, { wall, right }) => SCHEDULER.next(before, wall, right ? Rating.Good : Rating.Again).card,
        createEmptyCard<Card>(given[0]?.wall),
      );
      return { question, due: dayOf(card.due.toISOString()), returns: given.filter((answer) => answer.again).length };
    })
    .sort((a, b) => compareCodes(a.due, b.due) || compareCodes(a.question, b.question));
}
