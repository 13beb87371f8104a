import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ProjectFiles } from '#app/library/project-files.ts';

/** No authored file comes near it. What is longer is read this far only, and refused as too large by whoever reads it. */
const MOST_BYTES = 4_100_000;

/** Files below a folder of this machine; an absolute path stands for itself. */
export function createProjectFiles(root: string): ProjectFiles {
  return {
    read: (path) => unlessMissing(() => readText(resolve(root, path))),
    list: (folder) => unlessMissing(() => readdirSync(resolve(root, folder)).sort()) ?? [],
    nameOf: (folder) => basename(resolve(root, folder)),
  };
}

function readText(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(fstatSync(file).size, MOST_BYTES));
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length);
    return bytes.toString('utf8', 0, length);
  } finally {
    closeSync(file);
  }
}

function unlessMissing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}
