import type { ByteSource } from '#kernel/formats/zip/byte-source.ts';

/** Size of the read-ahead window, so that the many small reads of a zip are not each a call of the browser. */
const WINDOW = 1024 ** 2;

/** Random access to a chosen file. At most one window of it is in memory. */
export function openBlobSource(blob: Blob): ByteSource {
  let from = 0;
  let held = new Uint8Array(0);
  return {
    size: blob.size,
    async read(offset, length) {
      if (length > WINDOW) return bytesAt(blob, offset, length);
      if (offset < from || offset + length > from + held.length) {
        held = await bytesAt(blob, offset, WINDOW);
        from = offset;
      }
      return held.slice(offset - from, offset - from + length);
    },
  };
}

/** The bytes of a file in chunks, in order. */
export async function* partsOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += WINDOW) yield await bytesAt(blob, at, WINDOW);
}

async function bytesAt(blob: Blob, offset: number, length: number) {
  return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
}
