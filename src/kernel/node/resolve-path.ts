import { isAbsolute, sep } from 'node:path';

/**
 * Resolves `path`, as typed by a user in the folder `from` (by default the working directory of the process). It is not
 * normalised: a trailing slash, or an empty name, keeps its meaning for the file system.
 */
export function resolvePath(path: string, from: string | undefined): string {
  const isThere = from === undefined || from === process.cwd();
  return isThere || path === '' || isAbsolute(path) ? path : `${from}${sep}${path}`;
}
