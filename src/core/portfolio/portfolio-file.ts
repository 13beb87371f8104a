import type { AttemptFile } from '#core/attempt-file/attempt-file.ts';
import type { KeptAnswer, PageMark } from '#core/track/kept-answer.ts';
import type { KeptResult } from './kept-result.ts';

/** Everything of a portfolio in one file, to take along to another device. It holds no name. */
export interface PortfolioFile {
  readonly schema: 'portfolio/2';
  /** Wall time at which the file was saved, in ISO format. */
  readonly saved: string;
  /** Each attempt as `attempt-file/1`, without a report. */
  readonly attempts: readonly AttemptFile[];
  readonly results: readonly KeptResult[];
  readonly answers: readonly KeptAnswer[];
  readonly marks: readonly PageMark[];
}

/** The name of the file, by the minute at which it was saved. */
export function portfolioFileName({ saved }: Pick<PortfolioFile, 'saved'>): string {
  return `checkathon-portfolio-${saved.slice(0, 16).replaceAll(':', '')}.json`;
}
