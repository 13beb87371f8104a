import { type AttemptFile, attemptFileName } from '#core/attempt-file/attempt-file.ts';

/** Hands a text to the reader as a file, by their own act. */
export function downloadText(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves an attempt as a file, under the name that says whose it is, of which case, and from when. */
export function saveAttemptFile(file: AttemptFile): void {
  downloadText(attemptFileName(file), `${JSON.stringify(file, null, 2)}\n`);
}
