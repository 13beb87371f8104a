import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ProjectFiles } from '#app/library/project-files.ts';
import { readText } from './read-file.ts';

/** No authored file comes near it. */
const MAX_BYTES = 4_000_000;

/** Files below a folder of this machine; an absolute path stands for itself. */
export function createProjectFiles(root: string): ProjectFiles {
  return {
    read(path) {
      const read = readText(resolve(root, path), MAX_BYTES);
      return read.ok ? read.value : undefined;
    },
    list(folder) {
      try {
        return readdirSync(resolve(root, folder)).sort();
      } catch {
        return [];
      }
    },
    fault(path) {
      const read = readText(resolve(root, path), MAX_BYTES);
      const [issue] = read.ok ? [] : read.issues;
      if (!issue || issue.code === 'file.missing') return undefined;
      return { ...issue, params: { ...issue.params, file: path }, position: { file: path, line: 1, column: 1 } };
    },
    nameOf: (folder) => basename(resolve(root, folder)),
  };
}
