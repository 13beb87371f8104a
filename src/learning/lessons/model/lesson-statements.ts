import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { Citation } from '#kernel/model/citation.ts';
import type { Wording } from '#learning/track/model/lesson-question.ts';
import type { Worksheet } from '#learning/worksheets/model/worksheet.ts';
import { sheetStatements } from './sheet-statements.ts';

/** The head of a lesson. */
export interface LessonFacts {
  readonly title: string;
  readonly summary: string;
  readonly sources: readonly Citation[];
  readonly questions: readonly (Wording & { readonly again?: Wording | undefined })[];
  readonly worksheet?: Worksheet | undefined;
}

const LETTERS = 'abcdef';

/** The end of a citation that names only a place in a source, and therefore is no statement to review. */
const STATES_NOTHING = /\bNot (?:read|reached); unverified\.$/;

/**
 * All statements of a lesson: its whole text, each citation, each answer to each question, and the authors' answers in
 * its work.
 */
export function lessonStatements({ title, summary, sources, questions, worksheet }: LessonFacts): ReviewStatement[] {
  const answersOf = (name: string, { ask, answers }: Wording) =>
    answers.map(
      ({ text, right, why }, n): ReviewStatement => ({
        id: `${name}.${LETTERS[n] ?? n}`,
        kind: 'answer',
        about: ask,
        text,
        rating: right ? 'right' : 'wrong',
        reason: why,
        sources: [],
      }),
    );
  return [
    { id: 'text', kind: 'text', about: title, text: summary, sources: [] },
    ...sources.flatMap((source, n): ReviewStatement[] =>
      STATES_NOTHING.test(source.says)
        ? []
        : [{ id: `source-${n + 1}`, kind: 'citation', about: title, text: source.says, sources: [source] }],
    ),
    ...questions.flatMap(({ again, ...first }, n) => [
      ...answersOf(`q${n + 1}`, first),
      ...(again ? answersOf(`q${n + 1}-again`, again) : []),
    ]),
    ...(worksheet ? sheetStatements(worksheet) : []),
  ];
}
