import type { ScanCodes } from '#app/room/code-scanner.ts';
import type { ReadLine } from '#core/room/result-line.ts';

/** What reads result lines with the camera: it shows the picture, and says what a code holds. */
export interface LineReader {
  readonly scan: ScanCodes;
  /** What a code tells; undefined where it holds something else than a line. */
  readonly read: (text: string) => ReadLine | undefined;
}
