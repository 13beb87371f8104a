import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
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
import { advanceRoom, NoRoomError, type RoomState } from '#core/room/replay-room.ts';
import type { RoomEvent } from '#core/room/room-events.ts';
import { parseRoomEvent } from '#core/room/schemas.ts';

const LOG_FILE = 'room.ndjson';
const TOKEN_FILE = 'control.token';
const LOCK_FILE = 'server.lock';

/** The log of a room on the disk: one event a line. What `append` has returned from is on the disk. */
export interface RoomLog {
  readonly folder: string;
  readonly state: RoomState;
  readonly events: readonly RoomEvent[];
  /** Bytes of a torn last line that were dropped when the log was opened; it was never acknowledged. */
  readonly dropped: number;
  /** Token of the control page; the same after a restart. */
  readonly controlToken: string;
  /** Writes events and waits until the disk has them. Throws where it does not take them; then nothing has changed. */
  append(events: readonly RoomEvent[]): void;
  /** Rewrites the file: every entry of a forgotten team becomes an entry that it was forgotten. */
  forget(team: string): void;
  /** Deletes the folder of the room. */
  remove(): void;
  close(): void;
}

/** Another server of this machine has the room open. */
export class RoomInUseError extends Error {
  override name = 'RoomInUseError';
}

/** The log of a room is damaged in another place than its end. */
export class RoomLogError extends Error {
  override name = 'RoomLogError';
}

/** Begins the log of a new room in a folder of its own; the folder around it is there. */
export function createRoomLog(folder: string, opening: RoomEvent): RoomLog {
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, TOKEN_FILE), randomBytes(32).toString('base64url'), { mode: 0o600 });
  writeFileSync(join(folder, LOG_FILE), `${JSON.stringify(opening)}\n`, { mode: 0o600, flush: true });
  syncFolder(folder);
  return openRoomLog(folder);
}

/** Opens the log of a room. A torn last line is dropped; other damage is a `RoomLogError` that names the line. */
export function openRoomLog(folder: string): RoomLog {
  const file = join(folder, LOG_FILE);
  const read = readLog(readFileSync(file));
  const unlock = lockFolder(folder);
  let { state } = read;
  const events = [...read.events];
  let handle = openSync(file, 'r+');
  let size = read.bytes;
  ftruncateSync(handle, size);
  fsyncSync(handle);
  let isOpen = true;
  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    closeSync(handle);
    unlock();
  }

  return {
    folder,
    get state() {
      return state;
    },
    events,
    dropped: read.dropped,
    controlToken: readFileSync(join(folder, TOKEN_FILE), 'utf8').trim(),
    append(more) {
      if (more.length === 0) return;
      const after = more.reduce<RoomState>(advanceRoom, state);
      const bytes = Buffer.from(more.map((event) => `${JSON.stringify(event)}\n`).join(''));
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, size + at);
        fsyncSync(handle);
      } catch (error) {
        // Whatever part was written is not acknowledged, and must not stand before the next event.
        ftruncateSync(handle, size);
        throw error;
      }
      size += bytes.length;
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
      const bytes = Buffer.from(kept.map((event) => `${JSON.stringify(event)}\n`).join(''));
      writeFileSync(`${file}.new`, bytes, { mode: 0o600, flush: true });
      closeSync(handle);
      renameSync(`${file}.new`, file);
      syncFolder(folder);
      handle = openSync(file, 'r+');
      size = bytes.length;
      events.splice(0, events.length, ...kept);
      state = kept.reduce<RoomState | undefined>(advanceRoom, undefined) as RoomState;
    },
    remove() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
    close,
  };
}

/**
 * Marks the folder as in use by this process, so that two servers never write to one log. The mark of a process that was
 * killed is passed over. Returns what takes the mark away.
 */
function lockFolder(folder: string): () => void {
  const file = join(folder, LOCK_FILE);
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder !== process.pid && isRunning(holder)) throw new RoomInUseError(`Process ${holder} serves the room.`);
  writeFileSync(file, String(process.pid), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

function isRunning(holder: number): boolean {
  if (!(holder > 0)) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch {
    return false;
  }
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

interface ReadLog {
  readonly events: readonly RoomEvent[];
  readonly state: RoomState;
  readonly bytes: number;
  readonly dropped: number;
}

function readLog(bytes: Buffer): ReadLog {
  // Only a line that ends was acknowledged.
  const end = bytes.lastIndexOf('\n'.charCodeAt(0)) + 1;
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  const events: RoomEvent[] = [];
  let state: RoomState | undefined;
  for (const [at, line] of lines.entries()) {
    const parsed = parseRoomEvent(jsonOf(line));
    if (!parsed.ok) throw new RoomLogError(`Line ${at + 1} of the log is damaged: ${parsed.said}`);
    if (parsed.value.seq !== at + 1)
      throw new RoomLogError(`Line ${at + 1} of the log has the number ${parsed.value.seq}.`);
    try {
      state = advanceRoom(state, parsed.value);
    } catch (error) {
      if (error instanceof NoRoomError) throw new RoomLogError(error.message);
      throw error;
    }
    events.push(parsed.value);
  }
  if (!state) throw new RoomLogError('The log is empty.');
  return { events, state, bytes: end, dropped: bytes.length - end };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
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
