import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Bytes of a file in order, as chunks, so that no file has to be held in memory. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file to be written into an archive. */
export interface OutgoingFile {
  readonly path: string;
  readonly chunks: Chunks;
  /**
   * Stored uncompressed: for content that is compressed already, and for content with a zero byte near its start (see
   * `writeZip`).
   */
  readonly stored?: boolean;
  /** SHA-256 of the chunks, if already computed. */
  readonly sha256?: string;
}

const COMPRESSION_LEVEL = 6;
/** fflate memory level: a table of 64 Ki entries. By default fflate clears one of two megabytes for each file. */
const MEMORY_LEVEL = 4;
/** The earliest date of the zip format. fflate interprets it in local time, so it is given in local time. */
const EARLIEST_TIME = new Date(1980, 0, 1);

/**
 * Writes a zip of these files in the given order, in chunks. The same files give the same bytes: fixed level, no time,
 * no attributes. The bytes of a file are consumed before the next file is requested.
 * A file with a zero byte in the chunk that is compressed first is stored: fflate 0.8.3 treats the zeros in its memory
 * before the start of a file as part of it and refers back to them, and the file can then not be unpacked. Texts
 * contain no such byte.
 */
export async function* writeZip(
  files: Iterable<OutgoingFile> | AsyncIterable<OutgoingFile>,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const room = new Uint8Array(GATHERED_BYTES);
  const zip = new Zip((error, part) => {
    if (error) throw error;
    if (part.length > 0) made.push(part);
  });
  const begin = (path: string, stored: boolean): ZipPassThrough | ZipDeflate => {
    const entry = stored
      ? new ZipPassThrough(path)
      : new ZipDeflate(path, { level: COMPRESSION_LEVEL, mem: MEMORY_LEVEL });
    entry.mtime = EARLIEST_TIME;
    zip.add(entry);
    return entry;
  };
  for await (const { path, chunks, stored } of files) {
    let entry: ZipPassThrough | ZipDeflate | undefined;
    for await (const chunk of stored ? chunks : gathered(chunks, room)) {
      entry ??= begin(path, stored || chunk.includes(0));
      // fflate passes uncompressed chunks on by reference, and `room` is reused: those are copied.
      entry.push(stored || entry instanceof ZipDeflate ? chunk : chunk.slice());
      yield* made.splice(0);
    }
    entry ??= begin(path, stored ?? false);
    entry.push(new Uint8Array(0), true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made.splice(0);
}

/** fflate allocates tables of two hundred kilobytes for each chunk that it compresses, however small the chunk is. */
const GATHERED_BYTES = 64 * 1024;

/** The same bytes in fewer chunks. A chunk is in `room`, and has to be consumed before the next one is requested. */
async function* gathered(chunks: Chunks, room: Uint8Array): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + room.length - length);
      room.set(part, length);
      at += part.length;
      length += part.length;
      if (length < room.length) continue;
      yield room;
      length = 0;
    }
  }
  if (length > 0) yield room.subarray(0, length);
}
