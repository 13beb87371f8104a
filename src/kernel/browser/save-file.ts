/** Lifetime of the object URL (ms): the browser may still read the bytes after the click has returned. */
const URL_LIFETIME_MS = 60_000;

/** Downloads bytes as a file; call it from a user action. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), URL_LIFETIME_MS);
}
