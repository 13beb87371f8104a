/** Random access to bytes: a local file, a file chosen in the browser, or memory. */
export interface ByteSource {
  readonly size: number;
  /** Exactly these bytes; the caller never reads beyond `size`. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Releases what the source holds open, if anything. */
  close?(): Promise<void>;
}

/** Part of a source as a source of its own: an uncompressed file in an archive. */
export function sliceOf(source: ByteSource, start: number, size: number): ByteSource {
  return { size, read: (offset, length) => source.read(start + offset, length) };
}

/** Bytes in memory as a source. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}
