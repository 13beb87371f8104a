import type { ReadLine } from '#room/model/result-line.ts';
import type { ScanCodes } from '#room/use-cases/code-scanner.ts';

/** What reads result lines with the camera: it shows the picture, and says what a code holds. */
export interface LineReader {
  readonly scan: ScanCodes;
  /** What a code tells; undefined where it holds something else than a line. */
  readonly read: (text: string) => ReadLine | undefined;
}
