import type { BagFiles } from './bag-files.ts';

/**
 * The bag inside the one folder that a packed bag lies in (RFC 8493, 4.2), or the files themselves where bagit.txt stands
 * at their top; undefined where there are several folders, so that nobody can say which is meant.
 */
export function inOneFolder(packed: BagFiles): BagFiles | undefined {
  if (packed.files.some(({ path }) => path === 'bagit.txt')) return packed;
  const tops = new Set(packed.files.map(({ path }) => path.slice(0, path.indexOf('/') + 1)));
  const [top] = tops;
  if (tops.size !== 1 || !top) return undefined;
  return {
    files: packed.files.map(({ path, bytes }) => ({ path: path.slice(top.length), bytes })),
    read: (path) => packed.read(top + path),
    source: (path) => packed.source(top + path),
  };
}
