import { isAbsolute, sep } from 'node:path';

/**
 * The path that the machine is asked for, where a person in the folder `from` has named `path`; without that folder the
 * process stands for them. Nothing is tidied away: a slash at the end, or an empty name, means to the machine what it meant.
 */
export function located(path: string, from: string | undefined): string {
  const isThere = from === undefined || from === process.cwd();
  return isThere || path === '' || isAbsolute(path) ? path : `${from}${sep}${path}`;
}
