import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { messageFile, SOURCE } from '#i18n/locales.ts';

/** Folders with code that imports by a path or by `#`. */
const CODE = ['src', 'scripts', 'tests'];
const PATH_IN_QUOTES = /['"`](#[\w./-]+|\.{1,2}\/[\w./*-]+)['"`]/g;

/** Who names a file of the project in quotes, by the path of the file. Who names it need not import it. */
export type NamedBy = ReadonlyMap<string, readonly string[]>;

/** The file that a path in quotes means, from the root of the project. */
function meantBy(path: string, from: string): string {
  if (path.startsWith('#words/')) return messageFile(path.slice('#words/'.length), SOURCE);
  return path.startsWith('#') ? `src/${path.slice(1)}` : posix.join(posix.dirname(from), path);
}

/** The file itself, or all files that a path with stars means. */
const filesMeant = (path: string, root: string): readonly string[] =>
  path.includes('*') ? globSync(path, { cwd: root }).map((file) => file.replaceAll('\\', '/')) : [path];

/** Reads all code below a root folder. */
export function readNamedBy(root: string): NamedBy {
  const namedBy = new Map<string, string[]>();
  for (const folder of CODE)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!/\.(?:ts|svelte|mjs)$/.test(file)) continue;
      for (const [, path = ''] of readFileSync(join(root, file), 'utf8').matchAll(PATH_IN_QUOTES)) {
        for (const meant of filesMeant(meantBy(path, file), root))
          namedBy.set(meant, [...(namedBy.get(meant) ?? []), file]);
      }
    }
  return namedBy;
}

/** Tests of these folders that depend on these files, the nearest first: those that reach one over the fewest imports. */
export function testsNear(changed: readonly string[], namedBy: NamedBy, folders: readonly string[]): string[] {
  const found = new Set(changed);
  for (const file of found) for (const next of namedBy.get(file) ?? []) found.add(next);
  return [...found].filter((file) => file.endsWith('.test.ts') && folders.some((folder) => file.startsWith(folder)));
}
