import { statSync } from 'node:fs';
import { readBeginning } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { badArgument } from './command-line.ts';
import { isThere } from './is-there.ts';

/** Bytes from the start of a file by which a command knows what it has written. */
const BEGINNING = 2_000;

/** A place that a command is going to write to, as its user has named it. */
interface Target {
  /** The option that names it; empty where the command writes to a place of its own. */
  readonly option: string;
  readonly path: string;
  /** The folder from which the path is meant. */
  readonly from: string;
  readonly isForced: boolean;
}

/**
 * Ends the command with 2 where a file or folder is at a place that it is going to write to, unless `--force` is given.
 * Call it before the work begins: nobody should wait for a refusal.
 */
export function refuseToReplace({ option, path, from, isForced }: Target): void {
  if (isForced || !holdsSomething(path, from)) return;
  badArgument(`${named(option, path)} is there already. Choose another name, or replace it with --force.`);
}

/**
 * The same for a file that the command keeps up to date: an earlier version, which `isOwn` knows by the start of its
 * text, is replaced without `--force`.
 */
export function refuseToReplaceOther(target: Target, isOwn: (beginning: string) => boolean): void {
  const { option, path, from, isForced } = target;
  if (isForced || !holdsSomething(path, from) || isOwn(readBeginning(path, BEGINNING, from))) return;
  badArgument(
    `${named(option, path)} is there already, and this command has not written it. Move it away, or replace it with --force.`,
  );
}

const named = (option: string, path: string) => (option === '' ? path : `${option} ${path}`);

/** True for a file, a folder or a link to nothing. A device or a pipe holds nothing that could be replaced. */
function holdsSomething(path: string, from: string): boolean {
  const full = resolvePath(path, from);
  if (path === '' || !isThere(full)) return false;
  try {
    const found = statSync(full, { throwIfNoEntry: false });
    return found === undefined || found.isFile() || found.isDirectory();
  } catch {
    // Links in a circle, or a link into a folder that is not open to us.
    return true;
  }
}
