import { type AttemptFile, attemptFileName } from '#case/attempt-file/model/attempt-file.ts';
import { downloadText } from '#kernel/browser/download.ts';

/** Saves an attempt as a file; its name gives the alias, the case and the time. Call it from a user action. */
export function saveAttemptFile(file: AttemptFile): void {
  downloadText(attemptFileName(file), `${JSON.stringify(file, null, 2)}\n`);
}
