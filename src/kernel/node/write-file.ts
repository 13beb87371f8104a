import { appendFileSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { lstat, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { fileIssue } from './file-issue.ts';
import { resolvePath } from './resolve-path.ts';

/** Non-blocking open: a pipe without a reader does not block. */
const NON_BLOCKING_WRITE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NONBLOCK ?? 0);

/**
 * Writes chunks to a file as they come, or returns the issue that prevented it: no permission, no space, no such
 * folder, or not a file. An incomplete file is deleted again; a symbolic link to one is kept. `path` is relative to the
 * folder `from`.
 */
export async function writeParts(
  path: string,
  parts: AsyncIterable<Uint8Array>,
  from?: string,
): Promise<Parsed<string>> {
  const full = resolvePath(path, from);
  try {
    const file = await open(full, NON_BLOCKING_WRITE);
    let isHalf = false;
    try {
      if (!(await file.stat()).isFile()) return { ok: false, issues: [fileIssue(path, 'file.no-file')] };
      isHalf = true;
      for await (const part of parts) await file.writeFile(part);
      isHalf = false;
    } finally {
      await file.close();
      // The fault that interrupted the writing is what is told; half a file may stay behind it.
      if (isHalf) await removeFile(full).catch(() => undefined);
    }
    return { ok: true, value: path };
  } catch (error) {
    if (!isOfMachine(error)) throw error;
    return { ok: false, issues: [unwritable(error, path)] };
  }
}

/** Writes bytes to a whole file, under the same rules. */
export function writeBytes(path: string, bytes: Uint8Array, from?: string): Promise<Parsed<string>> {
  return writeParts(path, one(bytes), from);
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Creates a folder and its missing parents, with the given mode or the default one. */
export function makeFolder(path: string, mode?: number, from?: string): Parsed<string> {
  return tryTo(path, () => makeFolders(resolvePath(path, from), mode === undefined ? {} : { mode }));
}

async function removeFile(path: string): Promise<void> {
  if ((await lstat(path)).isFile()) await rm(path);
}

/**
 * One after the other: with `recursive`, Node loops for ever where the operating system allows no folders, as below
 * /proc.
 */
function makeFolders(path: string, options: { readonly mode?: number }): void {
  const missing: string[] = [];
  for (let at = path; !isMade(at, options); at = dirname(at)) missing.unshift(at);
  for (const at of missing) mkdirSync(at, options);
}

/** True if the folder exists or was created; false if its parent is missing too. */
function isMade(path: string, options: { readonly mode?: number }): boolean {
  try {
    mkdirSync(path, options);
    return true;
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return true;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && dirname(path) !== path) return false;
    throw error;
  }
}

/** Writes a text to a file. */
export const writeText = (path: string, text: string): Parsed<string> => writePart(path, text);

/** Writes content to a file, or appends it where the file has been begun. */
export function writePart(path: string, content: string | Uint8Array, isMore = false): Parsed<string> {
  const flag = constants.O_WRONLY | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);
  return tryTo(path, () =>
    isMore
      ? appendFileSync(path, content, { flag: (flag | constants.O_APPEND) as unknown as string })
      : writeFileSync(path, content, { flag: (flag | constants.O_TRUNC) as unknown as string }),
  );
}

function tryTo(path: string, write: () => void): Parsed<string> {
  try {
    write();
    return { ok: true, value: path };
  } catch (error) {
    if (!isOfMachine(error)) throw error;
    return { ok: false, issues: [unwritable(error, path)] };
  }
}

/** The issue for a file that cannot be written, with the error code of the operating system. */
export function unwritable({ code = '' }: NodeJS.ErrnoException, path: string): Issue {
  return fileIssue(path, 'file.unwritable', { reason: code });
}

/** True for an error of the operating system or of an invalid path; false for a bug of the program. */
export function isOfMachine(error: unknown): error is NodeJS.ErrnoException {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined || code === 'ERR_INVALID_ARG_VALUE';
}
