import type { AttemptReport, NoReport } from '#case/play/use-cases/handed-reports.ts';

/** Where a table finds a reader's own reports. It loads nothing before the reader asks. */
export interface OwnReports {
  /** Title of the case whose report can be taken over. */
  readonly title: string;
  /** True where that case is not at hand, as on a page that holds one case only. */
  readonly closed: boolean;
  /** Reports of attempts on this device, newest first. */
  kept(): Promise<readonly AttemptReport[]>;
  /** The report in a saved attempt, or why there is none. */
  inFile(text: string): Promise<AttemptReport | NoReport>;
}
