import type { ByteSource } from '#kernel/formats/zip/byte-source.ts';

/** A file of a bag, independent of where the bag is stored. */
export interface BagFile {
  /** Path relative to the folder of the bag, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

/** The files of a bag: a folder, or the only folder of a zip. Files are read on demand. */
export interface BagFiles {
  readonly files: readonly BagFile[];
  /**
   * The bytes of a file in chunks. Throws `UnreadableFileError` if they cannot be read, or do not match what the
   * container declares.
   */
  read(path: string): AsyncIterable<Uint8Array>;
  /** Random access to the file, or undefined if it is compressed and would have to be held in memory. */
  source(path: string): Promise<ByteSource | undefined>;
}

/** A file of a bag cannot be read; the message says why. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
}

/** The bytes of a file in one array, or undefined if there are more than `maxBytes`. */
export async function readWhole(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunks) {
    length += part.length;
    if (length > maxBytes) return undefined;
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
