import type { AttemptEvent } from '#case/attempt/model/attempt-log.ts';
import { type AttemptStore, EventTakenError, type SavedAttempt } from '#case/parts/use-cases/ports.ts';

/** A write that the storage has not taken yet. */
interface Waiting {
  readonly attempt: string;
  write(): Promise<void>;
}

/**
 * A write queue over a store, so that a full or missing storage never blocks play. Refused writes wait in memory, in
 * order, and are written with the next write that succeeds. While any write waits, `lasting` is false.
 * `EventTakenError` (another tab wrote the event) is no refusal, and is thrown.
 */
export function createPatientStore(store: AttemptStore): AttemptStore {
  const waiting: Waiting[] = [];
  /** Attempts with waiting writes, in their current state. */
  const inMemory = new Map<string, { readonly header: unknown; readonly events: AttemptEvent[] }>();
  let writing: Promise<void> = Promise.resolve();

  /** Writes the waiting entries, oldest first, up to the first refused one. */
  async function flush(): Promise<void> {
    for (let next = waiting[0]; next; next = waiting[0]) {
      try {
        await next.write();
      } catch (error) {
        if (!(error instanceof EventTakenError)) return;
        waiting.splice(0, waiting.length, ...waiting.filter(({ attempt }) => attempt !== next.attempt));
        throw error;
      }
      waiting.shift();
    }
    inMemory.clear();
  }

  function later(attempt: string, write: () => Promise<void>): Promise<void> {
    waiting.push({ attempt, write });
    // Whoever asked for the write before has got its fault; this one must not wait for it.
    writing = writing.catch(() => undefined).then(flush);
    return writing;
  }

  async function read(attempt: string): Promise<SavedAttempt | undefined> {
    const kept = inMemory.get(attempt);
    return kept ? { id: attempt, ...kept } : store.find(attempt);
  }

  return {
    get lasting() {
      return store.lasting && waiting.length === 0;
    },
    newest: (scenario) => store.newest(scenario),
    away: (scenario) => store.away(scenario),
    find: read,
    create(header, events = []) {
      inMemory.set(header.id, { header, events: [...events] });
      return later(header.id, () => store.create(header, events));
    },
    append(attempt, event) {
      inMemory.get(attempt)?.events.push(event);
      return later(attempt, () => store.append(attempt, event));
    },
    putAway: (attempt, why) => later(attempt, () => store.putAway(attempt, why)),
    bringBack: (attempt) => later(attempt, () => store.bringBack(attempt)),
  };
}
