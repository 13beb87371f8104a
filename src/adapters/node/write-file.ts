import { appendFileSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { lstat, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { fileIssue } from './file-issue.ts';
import { located } from './located.ts';

/** Opened so that a pipe which nobody reads from makes nobody wait. */
const UNWAITING = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NONBLOCK ?? 0);

/**
 * Writes parts to a file as they come, or gives the issue that kept them from it: it may not be written, has no room, lies in
 * no folder, or is none. A file that was not written to its end is taken away again; a link to one stays.
 * `from` is the folder in which the person is who has named the path.
 */
export async function writeParts(
  path: string,
  parts: AsyncIterable<Uint8Array>,
  from?: string,
): Promise<Parsed<string>> {
  const full = located(path, from);
  try {
    const file = await open(full, UNWAITING);
    let isHalf = false;
    try {
      if (!(await file.stat()).isFile()) return { ok: false, issues: [fileIssue(path, 'file.no-file')] };
      isHalf = true;
      for await (const part of parts) await file.writeFile(part);
      isHalf = false;
    } finally {
      await file.close();
      if (isHalf) await removeFile(full).catch(() => undefined);
    }
    return { ok: true, value: path };
  } catch (error) {
    if (!isOfMachine(error)) throw error;
    return { ok: false, issues: [unwritable(error, path)] };
  }
}

/** Writes bytes to a file as a whole, under the same rules. */
export function writeBytes(path: string, bytes: Uint8Array, from?: string): Promise<Parsed<string>> {
  return writeParts(path, one(bytes), from);
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Makes a folder and those above it, where they are not there yet, with the mode of the machine or its own. */
export function makeFolder(path: string, mode?: number, from?: string): Parsed<string> {
  return tryTo(path, () => makeFolders(located(path, from), mode === undefined ? {} : { mode }));
}

async function removeFile(path: string): Promise<void> {
  if ((await lstat(path)).isFile()) await rm(path);
}

/** One after the other: with `recursive`, Node tries for ever where the machine lets nobody make a folder, as below /proc. */
function makeFolders(path: string, options: { readonly mode?: number }): void {
  const missing: string[] = [];
  for (let at = path; !isMade(at, options); at = dirname(at)) missing.unshift(at);
  for (const at of missing) mkdirSync(at, options);
}

/** Whether the folder stands, now or before; false where the one above it is missing too. */
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

/** Writes a text to a file, or at its end. */
export function writeText(path: string, text: string, isMore = false): Parsed<string> {
  const flag = constants.O_WRONLY | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);
  return tryTo(path, () =>
    isMore
      ? appendFileSync(path, text, { flag: (flag | constants.O_APPEND) as unknown as string })
      : writeFileSync(path, text, { flag: (flag | constants.O_TRUNC) as unknown as string }),
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

/** The issue that a file cannot be written, with the word of the machine. */
function unwritable({ code = '' }: NodeJS.ErrnoException, path: string): Issue {
  return fileIssue(path, 'file.unwritable', { reason: code });
}

/** Whether an error comes from the machine or from a path that no machine has, and not from the program. */
function isOfMachine(error: unknown): error is NodeJS.ErrnoException {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined || code === 'ERR_INVALID_ARG_VALUE';
}
