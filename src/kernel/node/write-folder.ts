import { chmodSync, constants, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { copyFile, statfs, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Parsed } from '#kernel/model/issue.ts';
import { fileIssue } from './file-issue.ts';
import { isOfMachine, unwritable } from './write-file.ts';

const MEGABYTE = 1e6;

/** A file to be written below a folder, by its path from there: a text, or a copy of another file. */
export type FolderFile = { readonly path: string; readonly bytes: number; readonly isProgram?: boolean } & (
  | { readonly text: string }
  | { readonly copyOf: string }
);

interface Writing {
  /** The folder from which the path is meant. */
  readonly from?: string;
  /** What is kept of a folder that is there already, by paths from it. Without this the folder has to be new. */
  readonly keep?: readonly string[];
  /** Told after each file how many bytes were written so far. */
  readonly wrote?: (bytes: number) => void;
  /** Looks at the complete folder before it gets its name; throws where it is not to get it. */
  readonly check?: (folder: string) => void;
}

/**
 * Writes a folder as a whole, or returns the issue that prevented it. It is written beside its place under another
 * name, which it keeps until it is complete: nothing half is left, and a folder that is replaced stays until then.
 */
export async function writeFolder(
  path: string,
  files: readonly FolderFile[],
  writing: Writing = {},
): Promise<Parsed<string>> {
  const { from = '.', keep, wrote, check } = writing;
  let half: string | undefined;
  try {
    if (path === '') return { ok: false, issues: [fileIssue(path, 'file.unwritable', { reason: 'ENOENT' })] };
    const asked = resolve(from, path);
    const full = keep && existsSync(asked) ? realpathSync(asked) : asked;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const disk = await statfs(dirname(full));
    const free = disk.bavail * disk.bsize;
    if (free < bytes) return { ok: false, issues: [noSpace(path, bytes, free)] };
    half = mkdtempSync(join(dirname(full), `${basename(full)}.`));
    chmodSync(half, 0o755);
    let done = 0;
    for (const file of files) {
      await writeOne(half, file);
      done += file.bytes;
      wrote?.(done);
    }
    check?.(half);
    if (keep) replace(full, half, keep);
    else renameSync(half, full);
    half = undefined;
    return { ok: true, value: path };
  } catch (error) {
    if (!isOfMachine(error)) throw error;
    return { ok: false, issues: [unwritable(error, path)] };
  } finally {
    if (half !== undefined) rmSync(half, { recursive: true, force: true });
  }
}

async function writeOne(folder: string, file: FolderFile): Promise<void> {
  const full = join(folder, file.path);
  mkdirSync(dirname(full), { recursive: true });
  if ('text' in file) await writeFile(full, file.text);
  else await copyFile(file.copyOf, full, constants.COPYFILE_FICLONE);
  chmodSync(full, file.isProgram ? 0o755 : 0o644);
}

/**
 * Puts the new folder in the place of the old one, with what is kept of it. Where the machine refuses a step, such as for
 * a program that runs, everything is put back: what is kept is never in a folder that is deleted.
 */
function replace(old: string, fresh: string, keep: readonly string[]): void {
  if (!existsSync(old)) {
    renameSync(fresh, old);
    return;
  }
  const aside = `${fresh}.old`;
  renameSync(old, aside);
  const moved: string[] = [];
  try {
    for (const name of keep) {
      if (!existsSync(join(aside, name))) continue;
      renameSync(join(aside, name), join(fresh, name));
      moved.push(name);
    }
    renameSync(fresh, old);
  } catch (error) {
    for (const name of moved) renameSync(join(fresh, name), join(aside, name));
    renameSync(aside, old);
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

function noSpace(path: string, bytes: number, free: number) {
  const inMegabytes = (count: number) => Math.ceil(count / MEGABYTE);
  return fileIssue(path, 'file.no-space', { needed: inMegabytes(bytes), free: Math.floor(free / MEGABYTE) });
}
