import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCK_FILE = 'server.lock';

/** How often a server renews its mark on the folder, and the age from which a mark is of no server any more. */
const RENEWED_MS = 5_000;
const STALE_MS = 30_000;

/** Another server of this machine has the room open. */
export class RoomInUseError extends Error {
  override name = 'RoomInUseError';
}

/** The mark of this process on the folder of a room. */
export interface FolderLock {
  /** Puts the mark where it is missing. Throws `RoomInUseError` where another process has put its own. */
  mark(): void;
  /** Takes the mark away. */
  release(): void;
}

/**
 * Marks the folder as in use by this process, so that two servers never write to one log. The mark of a server that was
 * killed is passed over: no process has its number, or another one has it and does not renew the mark.
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, LOCK_FILE);
  function mark(): void {
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
  }
  mark();
  const renewing = setInterval(() => {
    const now = new Date();
    if (existsSync(file)) utimesSync(file, now, now);
  }, RENEWED_MS).unref();
  return {
    mark,
    release() {
      clearInterval(renewing);
      rmSync(file, { force: true });
    },
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
