import { type FileHandle, open } from 'node:fs/promises';
import type { ByteSource } from '#kernel/formats/zip/byte-source.ts';
import { resolvePath } from './resolve-path.ts';

/** Random access to a file; `path` is relative to the folder `from`. Call `close` when done. */
export async function openFileSource(path: string, from?: string): Promise<ByteSource & { close(): Promise<void> }> {
  const file = await open(resolvePath(path, from), 'r');
  const { size } = await file.stat();
  return { size, read: (offset, length) => readAt(file, offset, length), close: () => file.close() };
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) return bytes.subarray(0, done);
    done += bytesRead;
  }
  return bytes;
}
