import { createReadStream, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BagFile, type BagFiles, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { openFileSource } from './file-source.ts';
import { resolvePath } from './resolve-path.ts';

/**
 * The files below an unpacked bag. Symbolic links are reported and never followed; special files and unreadable folders
 * are reported too. `root` is relative to the folder `from`.
 */
export function openFolderBag(
  root: string,
  from?: string,
): { readonly issues: readonly Issue[]; readonly bag: BagFiles } {
  const top = resolvePath(root, from);
  const issues: Issue[] = [];
  const files: BagFile[] = [];
  const walk = (folder: string) => {
    for (const name of namesIn(folder)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const stat = lstatSync(join(top, path));
      if (stat.isDirectory()) walk(path);
      else if (stat.isFile()) files.push({ path, bytes: stat.size });
      else issues.push({ code: 'zip.symlink', severity: 'error', path: [path], params: { name: path } });
    }
  };
  const namesIn = (folder: string): string[] => {
    try {
      return readdirSync(join(top, folder)).sort();
    } catch (error) {
      const name = folder || root;
      const params = { name, reason: reasonOf(error) };
      issues.push({ code: 'locker.unreadable-file', severity: 'error', path: [name], params });
      return [];
    }
  };
  walk('');
  return {
    issues,
    bag: {
      files,
      read: (path) => readParts(join(top, path)),
      source: (path) => openFileSource(join(top, path)).catch(unreadable),
    },
  };
}

async function* readParts(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    unreadable(error);
  }
}

function unreadable(error: unknown): never {
  throw new UnreadableFileError(reasonOf(error));
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
