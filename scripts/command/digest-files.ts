import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The part of a file that counts in a digest; all of it where nothing is said. */
type PartOfFile = (bytes: Buffer, file: string) => Buffer;

/** Files at or below a path, relative to the root folder, sorted by name; empty where the path does not exist. */
function filesBelow(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** One digest over the names and bytes of all files at these paths of a root folder, and over the given words. */
export function digestFiles(root: string, paths: readonly string[], ...words: readonly string[]): string {
  return digestParts(root, paths, (bytes) => bytes, ...words);
}

/** The same over the names of all files and a part of each. */
export function digestParts(
  root: string,
  paths: readonly string[],
  partOf: PartOfFile,
  ...words: readonly string[]
): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(root, path))) {
    const bytes = partOf(readFileSync(join(root, file)), file);
    hash.update(`${file.replaceAll(sep, '/')}\n${bytes.length}\n`).update(bytes);
  }
  for (const word of words) hash.update(`${word}\n`);
  return hash.digest('hex');
}
