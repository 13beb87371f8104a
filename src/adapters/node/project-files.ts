import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProjectFiles } from '#app/library/project-files.ts';

/** Files below a folder of this machine; an absolute path stands for itself. */
export function createProjectFiles(root: string): ProjectFiles {
  return {
    read: (path) => unlessMissing(() => readFileSync(resolve(root, path), 'utf8')),
    list: (folder) => unlessMissing(() => readdirSync(resolve(root, folder)).sort()) ?? [],
  };
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
