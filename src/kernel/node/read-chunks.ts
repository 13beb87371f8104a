import { closeSync, openSync, readSync } from 'node:fs';
import { resolvePath } from './resolve-path.ts';

/** Small enough that a chunk of each of a thousand files is in memory at once. */
const CHUNK_BYTES = 64 * 1024;

/**
 * The bytes of a file in chunks, each in memory of its own. The file is open only while a chunk is read, so that any
 * number of files can be read side by side. Throws the error of the operating system. A path is relative to the folder
 * `from`.
 */
export function* readChunks(path: string, from?: string): Generator<Uint8Array> {
  const full = resolvePath(path, from);
  for (let at = 0; ; ) {
    const chunk = readChunk(full, at);
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}

function readChunk(path: string, at: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    return chunk.subarray(0, readSync(file, chunk, 0, chunk.length, at));
  } finally {
    closeSync(file);
  }
}
