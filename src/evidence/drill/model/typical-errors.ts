import type { Citation } from '#kernel/model/citation.ts';
import type { CourtQuestion } from './court-questions.ts';

const BERKELEY: Citation = {
  code: 'BP',
  mark: 'V',
  says: 'Preservation keeps integrity, custody and an untouched original; the hash is kept apart from the content.',
};
const SWGDE: Citation = {
  code: 'SWG',
  mark: 'A',
  says: 'Online content is acquired with plan, address, time, tool and context.',
};
const REPORT_R2: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Sections R2 and R5: data are secured before anything that may lead to their removal.',
};
const REPORT_C2: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Section C2: a platform edited ads, and the words that told most were lost.',
};
const VANISHED: Citation = { code: 'OB25', mark: 'V', says: 'A platform removed a reported profile and told nobody.' };
const EXACT_NOTICE: Citation = {
  code: 'DSA',
  mark: 'V',
  says: 'A notice to a platform names the exact electronic location.',
};
const PERIOD_TREATY: Citation = {
  code: 'BUD',
  mark: 'A',
  says: 'Up to 90 days, renewable, article 16(2). The law of each State puts it into effect. Read only as other texts report it.',
};
const PERIOD_EU: Citation = {
  code: 'EEV',
  mark: 'V',
  says: 'A European preservation order holds for 60 days and can be extended by 30. It is for orders across borders inside the Union, and not for banks.',
};
const SIGNS_ONLY: Citation = { code: 'E4J', mark: 'V', says: 'Signs start an inquiry. They do not decide it.' };
const FOUR_WORDS: Citation = {
  code: 'ISO',
  mark: 'U',
  says: 'Auditable, repeatable, reproducible, justifiable. Not reached; unverified.',
};
const OBVIOUS_LINES: Citation = {
  code: 'SMCRO',
  mark: 'H',
  says: 'Obvious lines of inquiry have to be followed. The headnote was read, not the judgment.',
};
export const PROPORTION: Citation = {
  code: 'EEV',
  mark: 'V',
  says: 'Article 5(2): an order for data has to be necessary and proportionate. It is for orders across borders inside the Union, and here only a model.',
};
export const BYSTANDERS: Citation = {
  code: 'BP',
  mark: 'U',
  says: 'What to do with data about other people. That part was not reached; unverified.',
};
const OWN_ACCOUNT: Citation = {
  code: 'BP',
  mark: 'U',
  says: 'With which account one looks. That part was not reached; unverified.',
};
const HOW_ACQUIRED: Citation = {
  code: 'SWG',
  mark: 'A',
  says: 'The plan, the tool and the context of an acquisition are written down. A mapping by another project was read.',
};
export const JUDGE_DECIDES: Citation = {
  code: 'ROWE',
  mark: 'H',
  says: 'Application 28901/95: the prosecution alone, without the judge, may not hold back what may matter to the defence. The headnote was read, not the judgment.',
};
const RAW_DATA: Citation = {
  code: 'YALCIN',
  mark: 'H',
  says: 'Where the defence does not get the raw data, a court has to test the evidence closely and give reasons. The headnote was read, not the judgment.',
};

/** The questions that an error of a record leaves open, the principal one first, with sources. */
export interface TypicalError {
  readonly questions: readonly [CourtQuestion, ...CourtQuestion[]];
  readonly sources: readonly Citation[];
}

/**
 * The typical errors of a record of online evidence, E1 to E18, each with the questions of the lesson that it leaves
 * open.
 */
export const TYPICAL_ERRORS = {
  E1: { questions: ['when'], sources: [SWGDE] },
  E2: { questions: ['authentic', 'repeatable'], sources: [SWGDE, BERKELEY] },
  E3: { questions: ['authentic'], sources: [EXACT_NOTICE, SWGDE] },
  E4: { questions: ['unaltered'], sources: [BERKELEY] },
  E5: { questions: ['who'], sources: [SWGDE, FOUR_WORDS] },
  E6: { questions: ['order', 'complete'], sources: [REPORT_R2, VANISHED] },
  E7: { questions: ['complete'], sources: [OBVIOUS_LINES] },
  E8: { questions: ['unaltered'], sources: [BERKELEY] },
  E9: { questions: ['unaltered'], sources: [BERKELEY] },
  E10: { questions: ['unaltered'], sources: [BERKELEY] },
  E11: { questions: ['proves'], sources: [SIGNS_ONLY] },
  E12: { questions: ['lawful'], sources: [PROPORTION, BYSTANDERS] },
  E13: { questions: ['who'], sources: [HOW_ACQUIRED, OWN_ACCOUNT] },
  E14: { questions: ['authentic'], sources: [SWGDE] },
  E15: { questions: ['when'], sources: [SWGDE] },
  E16: { questions: ['order'], sources: [PERIOD_TREATY, PERIOD_EU] },
  E17: { questions: ['complete'], sources: [REPORT_C2] },
  E18: { questions: ['complete'], sources: [JUDGE_DECIDES, RAW_DATA] },
} as const satisfies Readonly<Record<string, TypicalError>>;

export type ErrorCode = keyof typeof TYPICAL_ERRORS;
/** The codes in their order. */
export const ERROR_CODES = Object.keys(TYPICAL_ERRORS) as ErrorCode[];

/** The questions that an error leaves open. */
export const questionsLeftOpen = (code: ErrorCode): readonly CourtQuestion[] => TYPICAL_ERRORS[code].questions;
