import { createReadStream, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '#core/kernel/issue.ts';
import { type BagFile, type BagFiles, UnreadableFileError } from '#formats/bagit/bag-files.ts';
import { openFileSource } from './file-source.ts';

/** The files below an unpacked bag. Links are followed nowhere and reported; what is no plain file is reported too. */
export function openFolderBag(root: string): { readonly issues: readonly Issue[]; readonly bag: BagFiles } {
  const issues: Issue[] = [];
  const files: BagFile[] = [];
  const walk = (folder: string) => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const stat = lstatSync(join(root, path));
      if (stat.isDirectory()) walk(path);
      else if (stat.isFile()) files.push({ path, bytes: stat.size });
      else issues.push({ code: 'zip.symlink', severity: 'error', path: [path], params: { name: path } });
    }
  };
  walk('');
  return {
    issues,
    bag: {
      files,
      read: (path) => readParts(join(root, path)),
      source: (path) => openFileSource(join(root, path)),
    },
  };
}

async function* readParts(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new UnreadableFileError(error instanceof Error ? error.message : String(error));
  }
}
