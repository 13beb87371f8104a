import type { PaymentReading } from './ledger.ts';

/** Ways to test an innocent reading. Each list is in the order in which it is offered. */
export const READING_TESTS = ['ask-holder', 'business-books', 'more-accounts', 'wait'] as const;
/** Questions that payments may not answer. */
export const MONEY_LIMITS = ['how-much', 'when', 'where-to', 'why'] as const;
/** Possible next steps, with the office that orders them. */
export const NEXT_STEPS = [
  'books-analyst',
  'books-judge',
  'call-holder',
  'all-accounts-judge',
  'messages-prosecutor',
] as const;
/** Options for the data of people outside the case. */
export const DATA_OF_OTHERS = ['keep', 'share', 'delete', 'undecided'] as const;

export type ReadingTest = (typeof READING_TESTS)[number];
export type MoneyLimit = (typeof MONEY_LIMITS)[number];
export type SheetStep = (typeof NEXT_STEPS)[number];
export type DataOfOthers = (typeof DATA_OF_OTHERS)[number];

/** The financial sheet, one page for a judge; its five payments stand in the response. An empty field is undefined. */
export interface FinancialSheet {
  readonly hypothesis: string;
  readonly reading?: PaymentReading | undefined;
  readonly test?: ReadingTest | undefined;
  readonly limit?: MoneyLimit | undefined;
  readonly step?: SheetStep | undefined;
  readonly others?: DataOfOthers | undefined;
  /** Days after which the data of others are deleted. */
  readonly deleteAfter?: number | undefined;
}

export const EMPTY_SHEET: FinancialSheet = { hypothesis: '' };

/** The parts of a sheet, in the order of its page. */
export const SHEET_PARTS = ['hypothesis', 'payments', 'reading', 'limit', 'step', 'others'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

/** Maximum days until data of people outside the case are deleted: a rule of the authors, stated at the field. */
export const MAX_KEEP_DAYS = 90;

/** Minimum number of words of a statement. */
export const STATEMENT_WORDS = 5;

/** True for a text that can state something. */
export const isStated = (text: string) => (text.match(/\S+/gu)?.length ?? 0) >= STATEMENT_WORDS;

/** Parts of the sheet that are not filled in, right or wrong. */
export function sheetGaps(sheet: FinancialSheet, payments: number): SheetPart[] {
  const filled: Readonly<Record<SheetPart, boolean>> = {
    hypothesis: isStated(sheet.hypothesis),
    payments: payments >= 5,
    reading: sheet.reading !== undefined && sheet.test !== undefined,
    limit: sheet.limit !== undefined,
    step: sheet.step !== undefined,
    others: sheet.others !== undefined && sheet.deleteAfter !== undefined,
  };
  return SHEET_PARTS.filter((part) => !filled[part]);
}
