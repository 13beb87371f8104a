import type { Issue } from '#kernel/model/issue.ts';
import { HASH_ALGORITHMS } from '#kernel/model/running-hash.ts';
import type { BagFiles } from './bag-files.ts';
import { manifestNames } from './read-manifest.ts';

/** A bag is recognised by any one of these files, even if the others were removed. */
const MARKER_FILES = [
  'bagit.txt',
  ...HASH_ALGORITHMS.flatMap((algorithm) => Object.values(manifestNames(algorithm))),
  'data/custody.jsonl',
];

/**
 * Finds the bag in the given files: the files themselves, or those in the only folder, as in a packed bag (RFC 8493,
 * 4.2). Files beside that folder are reported. No bag is returned if there is none, or if there are several and it is
 * not clear which one is meant.
 */
export function findBag(given: BagFiles): { readonly bag?: BagFiles; readonly issues: readonly Issue[] } {
  const paths = given.files.map(({ path }) => path);
  if (paths.some((path) => MARKER_FILES.includes(path))) return { bag: given, issues: [] };
  const tops = new Set(paths.map((path) => path.slice(0, path.indexOf('/') + 1) || path));
  const present = new Set(paths);
  const folders = [...tops].filter((top) => MARKER_FILES.some((mark) => present.has(top + mark)));
  const [top] = folders;
  if (top === undefined) return { issues: [issueAt('', 'bag.none', 'error')] };
  if (folders.length > 1) return { issues: folders.map((folder) => issueAt(folder, 'bag.several', 'error')) };
  const beside = [...tops].filter((other) => other !== top);
  return { bag: folderOf(given, top), issues: beside.map((other) => issueAt(other, 'bag.beside', 'warning')) };
}

function folderOf(given: BagFiles, top: string): BagFiles {
  return {
    files: given.files.flatMap(({ path, bytes }) =>
      path.startsWith(top) ? [{ path: path.slice(top.length), bytes }] : [],
    ),
    read: (path) => given.read(top + path),
    source: (path) => given.source(top + path),
  };
}

const issueAt = (name: string, code: string, severity: Issue['severity']): Issue => ({
  code,
  severity,
  path: [name],
  params: { name },
  position: { file: name, line: 1, column: 1 },
});
