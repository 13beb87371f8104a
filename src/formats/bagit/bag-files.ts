import type { ByteSource } from '#formats/zip/byte-source.ts';

/** A file of a bag, wherever the bag lies. */
export interface BagFile {
  /** Path from the folder of the bag, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

/** The files of a bag: a folder, or the only folder of a zip. Nothing is read before it is asked for. */
export interface BagFiles {
  readonly files: readonly BagFile[];
  /** The bytes of a file in parts. Throws `UnreadableFileError` where they cannot be had, or are not what the container promises. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** The file as random access, or undefined where it is compressed and would have to be held whole. */
  source(path: string): Promise<ByteSource | undefined>;
}

/** A file of a bag cannot be read; the text says what is wrong with it. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
}

/** A file's bytes in one piece, or undefined where there are more than `most`. */
export async function readWhole(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunks) {
    length += part.length;
    if (length > most) return undefined;
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
