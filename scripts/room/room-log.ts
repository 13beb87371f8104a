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
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { InvariantError } from '#kernel/model/invariant.ts';
import { advanceRoom, NoRoomError, replayRoom } from '#room/model/replay-room.ts';
import { ROOM_SCHEMA, type RoomEvent } from '#room/model/room-events.ts';
import type { RoomState } from '#room/model/room-state.ts';
import { parseRoomEvent } from '#room/model/schemas.ts';
import { ROOM_KINDS } from './room-kinds.ts';

const LOG_FILE = 'room.ndjson';
const TOKEN_FILE = 'control.token';
const LOCK_FILE = 'server.lock';

/** How often a server renews its mark on the folder, and the age from which a mark is of no server any more. */
const RENEWED_MS = 5_000;
const STALE_MS = 30_000;

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
  writeFileSync(join(folder, LOG_FILE), `${JSON.stringify(opening)}\n`, { mode: 0o600, flush: true });
  syncFolder(folder);
  return openRoomLog(folder);
}

/** Opens the log of a room. A torn last line is dropped; other damage is a `RoomLogError` that names the line. */
export function openRoomLog(folder: string): RoomLog {
  // Before the log is read: another server could still add to it.
  const unlock = lockFolder(folder);
  try {
    return openLocked(folder, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function openLocked(folder: string, unlock: () => void): RoomLog {
  const file = join(folder, LOG_FILE);
  const controlToken = readToken(folder);
  const read = readLog(file);
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
    controlToken,
    append(more) {
      if (more.length === 0) return;
      more.forEach(checkReadable);
      const after = more.reduce<RoomState>(advanceRoom, state);
      const bytes = linesOf(more);
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
      const bytes = linesOf(kept);
      const fresh = `${file}.new`;
      try {
        writeFileSync(fresh, bytes, { mode: 0o600, flush: true });
        // Windows renames no file onto an open one.
        closeSync(handle);
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
      events.splice(0, events.length, ...kept);
      state = replayRoom(kept) as RoomState;
    },
    remove() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
    close,
  };
}

const linesOf = (events: readonly RoomEvent[]) =>
  Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));

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

/**
 * Marks the folder as in use by this process, so that two servers never write to one log. The mark of a server that was
 * killed is passed over: no process has its number, or another one has it and does not renew the mark. Returns what
 * takes the mark away.
 */
function lockFolder(folder: string): () => void {
  const file = join(folder, LOCK_FILE);
  const holder = holderOf(file);
  if (holder !== undefined)
    throw new RoomInUseError(`Process ${holder} serves the room; its mark is ${file}, renewed every few seconds.`);
  rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new RoomInUseError(`Another process opens the room at the same moment; its mark is ${file}.`);
  }
  const renewing = setInterval(() => {
    const now = new Date();
    if (existsSync(file)) utimesSync(file, now, now);
  }, RENEWED_MS).unref();
  return () => {
    clearInterval(renewing);
    rmSync(file, { force: true });
  };
}

/** The process that has the folder marked; undefined where none has, or only this one. */
function holderOf(lock: string): number | undefined {
  const marked = statSync(lock, { throwIfNoEntry: false });
  if (!marked || Math.abs(Date.now() - marked.mtimeMs) > STALE_MS) return undefined;
  const holder = Number(readFileSync(lock, 'utf8'));
  return holder > 0 && holder !== process.pid && isRunning(holder) ? holder : undefined;
}

function isRunning(holder: number): boolean {
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // The process of another user may not be asked, but runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
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

/** Maximum bytes of a log: Node reads the file at once. A room with forty teams has a hundredth of it. */
const MAX_BYTES = 2 ** 31 - 1;
const NEW_LINE = '\n'.charCodeAt(0);

function readLog(file: string): ReadLog {
  const { size } = statSync(file);
  if (size > MAX_BYTES)
    throw new RoomLogError(`${file} has ${(size / 1e9).toFixed(1)} GB, more than a log of a room can have.`);
  const bytes = readFileSync(file);
  // Only a line that ends was acknowledged.
  const end = bytes.lastIndexOf(NEW_LINE) + 1;
  const events: RoomEvent[] = [];
  let state: RoomState | undefined;
  for (let from = 0; from < end; from = bytes.indexOf(NEW_LINE, from) + 1) {
    const line = events.length + 1;
    const { event, after } = readLine(bytes.subarray(from, bytes.indexOf(NEW_LINE, from)), line, state, file);
    events.push(event);
    state = after;
  }
  if (!state) throw new RoomLogError(`${file} is empty.`);
  return { events, state, bytes: end, dropped: bytes.length - end };
}

function readLine(bytes: Buffer, line: number, state: RoomState | undefined, file: string) {
  const damaged = (said: string) => new RoomLogError(`Line ${line} of ${file} ${said}`);
  const value = jsonOf(bytes.toString('utf8'));
  if (value === undefined) throw damaged('is damaged: it is no JSON.');
  const schema = (value as { readonly schema?: unknown } | null)?.schema;
  if (line === 1 && typeof schema === 'string' && schema !== ROOM_SCHEMA)
    throw damaged(`says ${schema}, and this version reads ${ROOM_SCHEMA} only.`);
  const parsed = parseRoomEvent(value, ROOM_KINDS);
  if (!parsed.ok) throw damaged(`is damaged: ${parsed.said}.`);
  const event = parsed.value;
  if (event.seq !== line) throw damaged(`has the number ${event.seq}: a line before it is missing or doubled.`);
  try {
    return { event, after: advanceRoom(state, event) };
  } catch (error) {
    if (error instanceof NoRoomError) throw damaged(`stands in the wrong place: ${error.message}`);
    throw error;
  }
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
