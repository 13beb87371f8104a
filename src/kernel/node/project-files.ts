import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { readText } from './read-file.ts';

/** Maximum size of a file, far above that of any authored file. */
const MAX_BYTES = 4_000_000;

/** Reads files below a folder; absolute paths are used as they are. */
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
