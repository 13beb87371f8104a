import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Digests of files by name, as they were when a step last passed. */
export type FileDigests = Readonly<Record<string, string>>;

/** More files than these are looked at as a whole folder: a command line has an end. */
const MAX_NAMED = 80;

/** Names of files that Git lists; undefined where it does not answer, as in a copy without its history. */
function listedByGit(root: string, ...args: readonly string[]): string[] | undefined {
  const listed = spawnSync('git', [...args, '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return listed.status === 0 ? [...new Set(listed.stdout.split('\0'))].filter((file) => file !== '') : undefined;
}

const NEW_FILES = ['--others', '--exclude-standard'];

/** Files that differ from the last commit, with new and deleted ones; undefined where Git does not answer. */
export function uncommittedFiles(root: string): string[] | undefined {
  const changed = listedByGit(root, 'diff', '--name-only', '--relative', 'HEAD');
  return changed && [...changed, ...(listedByGit(root, 'ls-files', ...NEW_FILES) ?? [])];
}

/**
 * Digests of all files of a repository, with what Git does not know yet and without what it ignores. Undefined where
 * Git does not answer.
 */
export function fileDigests(root: string): FileDigests | undefined {
  const listed = listedByGit(root, 'ls-files', '--cached', ...NEW_FILES);
  if (!listed) return undefined;
  const files = listed.filter((file) => existsSync(join(root, file)));
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('base64url'),
    ]),
  );
}

/**
 * Files that a step has not seen as they are now; undefined where it has to look at all: at the first time, after a
 * change of what decides how it looks, or where very many have changed.
 */
export function filesDue(now: FileDigests, seen: FileDigests, settings: readonly string[]): string[] | undefined {
  if (Object.keys(seen).length === 0 || settings.some((file) => now[file] !== seen[file])) return undefined;
  const due = Object.keys(now).filter((file) => now[file] !== seen[file]);
  return due.length > MAX_NAMED ? undefined : due;
}
