/** Bytes that can be read at any place: a file of this machine, a file the reader chose, or memory. */
export interface ByteSource {
  readonly size: number;
  /** Exactly these bytes; the caller never asks beyond `size`. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Gives back what the source holds open, where it holds anything. */
  close?(): Promise<void>;
}

/** Part of a source as a source of its own: a file that lies uncompressed in an archive. */
export function sliceOf(source: ByteSource, start: number, size: number): ByteSource {
  return { size, read: (offset, length) => source.read(start + offset, length) };
}

/** Bytes in memory as a source. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}
