import { randomUUID } from 'node:crypto';
import { linkSync, rmSync, writeFileSync } from 'node:fs';
import type { Parsed } from '#kernel/model/issue.ts';
import { resolvePath } from './resolve-path.ts';
import { isOfMachine, unwritable } from './write-file.ts';

/**
 * Writes a file that only its owner may read, unless there is one: of several processes that write the same path, one
 * does. A file is there with its whole content or not at all. `path` is relative to the folder `from`.
 */
export function writeOnce(path: string, text: string, from?: string): Parsed<string> {
  const full = resolvePath(path, from);
  const draft = `${full}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    linkSync(draft, full);
  } catch (error) {
    if (!isOfMachine(error)) throw error;
    if (error.code !== 'EEXIST') return { ok: false, issues: [unwritable(error, path)] };
  } finally {
    rmSync(draft, { force: true });
  }
  return { ok: true, value: path };
}
