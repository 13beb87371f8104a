/** Hands a text to the reader as a file, by their own act. */
export function downloadText(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves an attempt as a file, as it lies in storage. */
export function saveAttempt(attempt: unknown): void {
  downloadText('checkathon-attempt.json', `${JSON.stringify(attempt, null, 2)}\n`);
}
