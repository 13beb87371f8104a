import { type AttemptFile, attemptFileName } from '#core/attempt-file/attempt-file.ts';

/** Downloads a text as a file; call it from a user action. */
export function downloadText(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves an attempt as a file; its name gives the alias, the case and the time. */
export function saveAttemptFile(file: AttemptFile): void {
  downloadText(attemptFileName(file), `${JSON.stringify(file, null, 2)}\n`);
}
