import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { InvariantError } from '#kernel/model/invariant.ts';
import { advanceRoom, replayRoom } from '#room/model/replay-room.ts';
import type { RoomEvent } from '#room/model/room-events.ts';
import type { RoomState } from '#room/model/room-state.ts';
import { parseRoomEvent } from '#room/model/schemas.ts';
import { linesOf, readLog } from './log-lines.ts';
import { ROOM_KINDS } from './room-kinds.ts';
import { type FolderLock, lockFolder } from './room-lock.ts';

const LOG_FILE = 'room.ndjson';
const TOKEN_FILE = 'control.token';

/** The log of a room on the disk: one event a line. What `append` has returned from is on the disk. */
export interface RoomLog {
  readonly folder: string;
  readonly state: RoomState;
  readonly events: readonly RoomEvent[];
  /** Bytes of a torn last line that were dropped when the log was opened; it was never acknowledged. */
  readonly dropped: number;
  /** Token of the control page; the same after a restart. */
  readonly controlToken: string;
  /** True while the file of that name is the one that is written here, with all that was written and nothing else. */
  isInPlace(): boolean;
  /**
   * Writes events and waits until the disk has them. Throws where it does not take them, or where the file is not in
   * place any more (`LogGoneError`); then nothing has changed.
   */
  append(events: readonly RoomEvent[]): void;
  /** Rewrites the file: every entry of a forgotten team becomes an entry that it was forgotten. */
  forget(team: string): void;
  /** Writes folder, token and log anew from what is in memory. Throws where the disk does not take them. */
  writeAnew(): void;
  /** Deletes the folder of the room. */
  remove(): void;
  close(): void;
}

/** The file of the log was deleted, moved or changed while the server ran. What is written to it would not be kept. */
export class LogGoneError extends Error {
  override name = 'LogGoneError';
}

/** Begins the log of a new room in a folder of its own; the folder around it is there. */
export function createRoomLog(folder: string, opening: RoomEvent): RoomLog {
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, LOG_FILE), linesOf([opening]), { mode: 0o600, flush: true });
  syncFolder(folder);
  return openRoomLog(folder);
}

/** Opens the log of a room. A torn last line is dropped; other damage is a `RoomLogError` that names the line. */
export function openRoomLog(folder: string): RoomLog {
  // Before the log is read: another server could still add to it.
  const lock = lockFolder(folder);
  try {
    return openLocked(folder, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openLocked(folder: string, lock: FolderLock): RoomLog {
  const file = join(folder, LOG_FILE);
  const controlToken = readToken(folder);
  const read = readLog(file);
  let { state } = read;
  const events = [...read.events];
  /** Undefined after the log was closed, or the file could not be opened again: nothing can be written then. */
  let handle: number | undefined = openSync(file, 'r+');
  let size = read.bytes;
  ftruncateSync(handle, size);
  fsyncSync(handle);
  let isOpen = true;
  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    if (handle !== undefined) closeSync(handle);
    handle = undefined;
    lock.release();
  }

  function isInPlace(): boolean {
    if (handle === undefined) return false;
    try {
      const named = statSync(file, { bigint: true });
      const own = fstatSync(handle, { bigint: true });
      return named.ino === own.ino && named.dev === own.dev && own.size === BigInt(size);
    } catch {
      return false;
    }
  }

  /** Without this, a write to a deleted file succeeds, and nobody can read what was written. */
  function inPlace(): number {
    if (handle === undefined || !isInPlace())
      throw new LogGoneError(`${file} is not what the server of the room wrote.`);
    return handle;
  }

  /** Puts a file with these events in place of the log, whether or not there is one. */
  function replaceFile(kept: readonly RoomEvent[]): void {
    const bytes = linesOf(kept);
    const fresh = `${file}.new`;
    try {
      writeFileSync(fresh, bytes, { mode: 0o600, flush: true });
      // Windows renames no file onto an open one.
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
      try {
        renameSync(fresh, file);
      } finally {
        handle = openSync(file, 'r+');
      }
      syncFolder(folder);
    } finally {
      rmSync(fresh, { force: true });
    }
    size = bytes.length;
  }

  return {
    folder,
    get state() {
      return state;
    },
    events,
    dropped: read.dropped,
    controlToken,
    isInPlace,
    append(more) {
      if (more.length === 0) return;
      more.forEach(checkReadable);
      const after = more.reduce<RoomState>(advanceRoom, state);
      const bytes = linesOf(more);
      const own = inPlace();
      const before = size;
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(own, bytes, at, bytes.length - at, before + at);
        fsyncSync(own);
        size += bytes.length;
        inPlace();
      } catch (error) {
        // Whatever part was written is not acknowledged, and must not stand before the next event.
        size = before;
        ftruncateSync(own, size);
        throw error;
      }
      events.push(...more);
      state = after;
    },
    forget(team) {
      const kept = events.map(
        (event): RoomEvent =>
          'team' in event && event.team === team
            ? { seq: event.seq, at: event.at, type: 'team.forgotten', team }
            : withoutTeam(event, team),
      );
      replaceFile(kept);
      events.splice(0, events.length, ...kept);
      state = replayRoom(kept) as RoomState;
    },
    writeAnew() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      lock.mark();
      writeFileSync(join(folder, TOKEN_FILE), controlToken, { mode: 0o600, flush: true });
      replaceFile(events);
    },
    remove() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
    close,
  };
}

/** What could not be read again would cost the room its whole log at the next start. */
function checkReadable(event: RoomEvent): void {
  const read = parseRoomEvent(event, ROOM_KINDS);
  if (!read.ok) throw new InvariantError(`Event ${event.seq} (${event.type}) could not be read again: ${read.said}`);
}

/** The token of the control page. One that is missing or damaged is replaced: only this machine ever had it. */
function readToken(folder: string): string {
  const file = join(folder, TOKEN_FILE);
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (/^[\w-]{43}$/.test(kept)) return kept;
  const token = randomBytes(32).toString('base64url');
  writeFileSync(file, token, { mode: 0o600, flush: true });
  return token;
}

/** An inject that went to the forgotten team among others stays, without it. */
function withoutTeam(event: RoomEvent, team: string): RoomEvent {
  return event.type === 'inject.sent' && event.to
    ? {
        ...event,
        text: event.to.every((to) => to === team) ? '-' : event.text,
        to: event.to.filter((to) => to !== team),
      }
    : event;
}

/** Folders of rooms below a folder, the one that was written last first. */
export function roomFolders(below: string): string[] {
  if (!existsSync(below)) return [];
  return readdirSync(below, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(below, entry.name, LOG_FILE)))
    .map((entry) => join(below, entry.name))
    .sort((a, b) => statSync(join(b, LOG_FILE)).mtimeMs - statSync(join(a, LOG_FILE)).mtimeMs);
}

/** A new name in a folder is on the disk only once the folder is. Windows cannot do this, and needs it not. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
