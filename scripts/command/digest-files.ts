import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Files at or below a path of a root folder, relative to the root, in the order of their names; none where nothing is there. */
function filesBelow(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** One digest of the names and bytes of all files at these paths of a root folder, and of some words beside them. */
export function digestFiles(root: string, paths: readonly string[], ...words: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(root, path))) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file.replaceAll(sep, '/')}\n${bytes.length}\n`).update(bytes);
  }
  for (const word of words) hash.update(`${word}\n`);
  return hash.digest('hex');
}
