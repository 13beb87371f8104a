import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_LIST, WORKER } from '../site/built-folders.ts';
import { withoutBuildNames } from './without-build-names.ts';

/** The files of a built site, by their paths from its root. */
export interface BuildFiles {
  readonly pages: readonly string[];
  /** Data, fonts and pictures: what is no page and no program. */
  readonly data: readonly string[];
  /** Scripts and style sheets, which every build names anew. */
  readonly programs: readonly string[];
}

/** Written from the names and hashes of all other files. */
const LISTS = new Set([WORKER, KEY_LIST, '.built-from']);

/** Reads which files a built site has. */
export function filesOfBuild(folder: string): BuildFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter((path) => !LISTS.has(path))
    .sort();
  const programs = paths.filter((path) => path.includes('_astro/'));
  const rest = paths.filter((path) => !path.includes('_astro/'));
  return {
    pages: rest.filter((path) => path.endsWith('.html')),
    data: rest.filter((path) => !path.endsWith('.html')),
    programs,
  };
}

/** True where two files have the same bytes, or differ in names of built files alone. */
export function haveSameData(one: string, other: string): boolean {
  const [a, b] = [readFileSync(one), readFileSync(other)];
  return a.equals(b) || withoutBuildNames(a.toString('latin1')) === withoutBuildNames(b.toString('latin1'));
}
