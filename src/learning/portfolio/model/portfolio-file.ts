import type { AttemptFile } from '#case/attempt-file/model/attempt-file.ts';
import type { KeptResult } from '#case/debrief/model/kept-result.ts';
import type { KeptAnswer, PageMark } from '#learning/track/model/kept-answer.ts';

/** A whole portfolio in one file, for another device, without a name. */
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
