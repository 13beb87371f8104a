/** A browser may still be reading the bytes when the click has returned. */
const KEPT_FOR_MS = 60_000;

/** Hands bytes to the reader as a file, by their own act. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}
