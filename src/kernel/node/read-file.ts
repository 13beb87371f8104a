import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { fileIssue } from './file-issue.ts';
import { resolvePath } from './resolve-path.ts';

/** Non-blocking open: a pipe without a writer, or a missing terminal line, does not block. */
const NON_BLOCKING_READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);
const CHUNK_BYTES = 1024 ** 2;

/** Paths that the shell passes to a command: standard input, or `<(command)`. */
const INHERITED_STREAM = /^\/(?:dev\/stdin|(?:dev|proc\/self)\/fd\/(\d+))$/;

/** Message codes by error code of the operating system. */
const CODE_OF_ERROR: Readonly<Record<string, string>> = {
  ENOENT: 'file.missing',
  ENOTDIR: 'file.missing',
  EISDIR: 'file.folder',
  EACCES: 'file.not-allowed',
  EPERM: 'file.not-allowed',
  ELOOP: 'file.link-loop',
  ENXIO: 'file.no-file',
  ENODEV: 'file.no-file',
};

/**
 * The bytes of a file named by a user, or the issue that prevents reading it: it does not exist, may not be read, is a
 * folder, a device, a socket or a pipe, or has more bytes than `maxBytes`. A pipe passed to the command is read to its end.
 * Never throws, and never waits for a device. `path` is relative to the folder `from`.
 */
export function readBytes(path: string, maxBytes: number, from?: string): Parsed<Buffer> {
  const handed = inheritedStream(resolvePath(path, from));
  let file: number | undefined;
  try {
    file = handed ?? openSync(resolvePath(path, from), NON_BLOCKING_READ);
    const stats = fstatSync(file);
    const fault = kindFault(stats, path, handed !== undefined) ?? sizeFault(stats.size, path, maxBytes);
    if (fault) return refused(fault);
    const bytes = readAll(file, maxBytes, stats.isFile() ? stats.size + 1 : CHUNK_BYTES);
    return bytes ? { ok: true, value: bytes } : refused(sizeFault(maxBytes + 1, path, maxBytes));
  } catch (error) {
    return refused(issueOf(error, path));
  } finally {
    if (file !== undefined && handed === undefined) closeSync(file);
  }
}

/** The text of such a file. Bytes that are not UTF-8 become U+FFFD; the caller refuses them. */
export function readText(path: string, maxBytes: number, from?: string): Parsed<string> {
  const read = readBytes(path, maxBytes, from);
  return read.ok ? { ok: true, value: read.value.toString('utf8') } : read;
}

/** The first bytes of such a file, as text; empty if it cannot be read. */
export function readBeginning(path: string, bytes: number, from?: string): string {
  const kind = kindOf(path, from);
  const full = resolvePath(path, from);
  if (!kind.ok || kind.value === 'folder' || inheritedStream(full) !== undefined) return '';
  let file: number | undefined;
  try {
    file = openSync(full, NON_BLOCKING_READ);
    const begin = Buffer.alloc(bytes);
    return begin.toString('utf8', 0, readPart(file, begin));
  } catch {
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Whether a path is a readable file or a folder; or the issue that says why it is neither. */
export function kindOf(path: string, from?: string): Parsed<'file' | 'folder'> {
  const full = resolvePath(path, from);
  if (inheritedStream(full) !== undefined) return { ok: true, value: 'file' };
  let file: number | undefined;
  try {
    file = openSync(full, NON_BLOCKING_READ);
    const stats = fstatSync(file);
    if (stats.isDirectory()) return { ok: true, value: 'folder' };
    const fault = kindFault(stats, path, false);
    return fault ? refused(fault) : { ok: true, value: 'file' };
  } catch (error) {
    return refused(issueOf(error, path));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Converts an error of the operating system to an issue about the requested path. */
export function issueOf(error: unknown, path: string): Issue {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  return fileIssue(path, CODE_OF_ERROR[code] ?? 'file.unreadable', { reason: code || message });
}

function kindFault(stats: Stats, path: string, isHanded: boolean): Issue | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return fileIssue(path, 'file.folder');
  const isStream = stats.isFIFO() || stats.isSocket();
  return isHanded && isStream ? undefined : fileIssue(path, 'file.no-file');
}

function sizeFault(bytes: number, path: string, maxBytes: number): Issue | undefined {
  return bytes > maxBytes ? fileIssue(path, 'file.too-large', { most: maxBytes }) : undefined;
}

/** Reads to the end; undefined if there are more than `maxBytes` bytes. `expected` is the number asked for at first. */
function readAll(file: number, maxBytes: number, expected: number): Buffer | undefined {
  const parts: Buffer[] = [];
  let length = 0;
  let room = Buffer.allocUnsafe(Math.min(expected, maxBytes + 1));
  for (;;) {
    const read = readPart(file, room);
    if (read === 0) break;
    length += read;
    if (length > maxBytes) return undefined;
    parts.push(room.subarray(0, read));
    room = room.subarray(read);
    if (room.length === 0) room = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, maxBytes + 1 - length));
  }
  return Buffer.concat(parts, length);
}

function readPart(file: number, part: Buffer): number {
  for (;;) {
    try {
      return readSync(file, part, 0, part.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      // The inherited pipe has no data yet, because its writer is still working.
      if (code !== 'EAGAIN' || !isStream(file)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function isStream(file: number): boolean {
  const stats = fstatSync(file);
  return stats.isFIFO() || stats.isSocket();
}

function inheritedStream(path: string): number | undefined {
  const found = INHERITED_STREAM.exec(resolve(path));
  return found && path !== '' ? Number(found[1] ?? 0) : undefined;
}

const refused = (issue: Issue | undefined) => ({ ok: false, issues: issue ? [issue] : [] }) as const;
