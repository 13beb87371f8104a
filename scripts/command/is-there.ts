import { lstatSync } from 'node:fs';

/** True where the path exists, even as a dangling link. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A parent is no folder or not accessible; writing the file will report which.
    return false;
  }
}
