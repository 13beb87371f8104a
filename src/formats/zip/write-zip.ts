import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Bytes in the order of a file, so that no file has to be held whole. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file on its way into an archive. */
export interface OutgoingFile {
  readonly path: string;
  readonly chunks: Chunks;
  /** What is compressed already is stored as it is; so is what holds a zero byte near its beginning (see `writeZip`). */
  readonly stored?: boolean;
  /** SHA-256 of the chunks, where somebody has computed it already. */
  readonly sha256?: string;
}

const LEVEL = 6;
/** A table of 64 Ki places for what was seen before. Where nothing is said, fflate clears one of two megabytes for each file. */
const MEMORY = 4;
/** The first moment that a zip can name. fflate reads it in local time, and so it is given in local time. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * A zip of these files in the order given, in parts as they are made. The same files give the same bytes: fixed level, no
 * time, no attributes. Each file's bytes are taken before the next file is asked for.
 *
 * A file with a zero byte in what is compressed first is stored: fflate 0.8.3 takes the zeros that lie in its memory before
 * the beginning of a file for a part of it, refers to them, and then nobody can unpack the file. Texts hold no such byte.
 */
export async function* writeZip(
  files: Iterable<OutgoingFile> | AsyncIterable<OutgoingFile>,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const room = new Uint8Array(GATHERED);
  const zip = new Zip((error, part) => {
    if (error) throw error;
    if (part.length > 0) made.push(part);
  });
  const begin = (path: string, stored: boolean): ZipPassThrough | ZipDeflate => {
    const entry = stored ? new ZipPassThrough(path) : new ZipDeflate(path, { level: LEVEL, mem: MEMORY });
    entry.mtime = NO_TIME;
    zip.add(entry);
    return entry;
  };
  for await (const { path, chunks, stored } of files) {
    let entry: ZipPassThrough | ZipDeflate | undefined;
    for await (const chunk of stored ? chunks : gathered(chunks, room)) {
      entry ??= begin(path, stored || chunk.includes(0));
      // What is not compressed is handed on as it is, and the room is used again.
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

/** fflate makes tables of two hundred kilobytes for each part that it compresses, however small the part is. */
const GATHERED = 64 * 1024;

/** The same bytes in fewer parts. A part lies in `room`, and has to be taken before the next one is asked for. */
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
