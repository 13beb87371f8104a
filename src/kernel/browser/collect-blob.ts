/** Maximum bytes held before they are handed to the browser. */
const MAX_HELD_BYTES = 1024 ** 2;

/**
 * Collects bytes in order into one blob. Large content is handed to the browser in between, which stores it outside the
 * memory of the page or worker, on disk if necessary.
 */
export function collectBlob(type: string) {
  const blobs: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const handOver = () => {
    blobs.push(new Blob(held));
    held = [];
    bytes = 0;
  };
  return {
    add(part: Uint8Array<ArrayBuffer>) {
      held.push(part);
      bytes += part.length;
      if (bytes >= MAX_HELD_BYTES) handOver();
    },
    end(): Blob {
      handOver();
      return new Blob(blobs, { type });
    },
  };
}
