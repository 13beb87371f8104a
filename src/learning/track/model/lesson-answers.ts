import { type AskedQuestion, answersTo, dayOf, type KeptAnswer } from '#learning/track/model/kept-answer.ts';

/** A lesson with the names of its questions. */
export interface AskedLesson {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly AskedQuestion[];
}

/** What was answered in one lesson. */
export interface LessonAnswers {
  readonly id: string;
  readonly title: string;
  readonly questions: number;
  readonly answered: number;
  /** Of the answered questions, those whose first answer was right. */
  readonly rightAtFirst: number;
  /** Answers on later days, to questions that came back. */
  readonly again: number;
  /** Day of the last first answer. */
  readonly day: string;
  /** Counted answers that came to this device in a file. */
  readonly fromFile: number;
}

/** The lessons with answered questions, counting only answers to the present words. */
export function lessonAnswers(lessons: readonly AskedLesson[], answers: readonly KeptAnswer[]): LessonAnswers[] {
  return lessons.flatMap(({ id, title, questions }) => {
    const given = answersTo(answers, questions);
    const firsts = questions.flatMap((question) => given.find((answer) => answer.question === question.id) ?? []);
    if (firsts.length === 0) return [];
    const days = firsts.map(({ wall }) => dayOf(wall)).sort();
    return [
      {
        id,
        title,
        questions: questions.length,
        answered: firsts.length,
        rightAtFirst: firsts.filter(({ right }) => right).length,
        again: given.length - firsts.length,
        day: days.at(-1) ?? '',
        fromFile: given.filter((answer) => answer.fromFile).length,
      },
    ];
  });
}
