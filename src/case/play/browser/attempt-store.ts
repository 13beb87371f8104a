import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { AttemptEvent, AttemptHeader } from '#case/attempt/model/attempt-log.ts';
import { type AttemptStore, EventTakenError, type SavedAttempt, type WhyAway } from '#case/parts/use-cases/ports.ts';
import { storageName } from '#kernel/browser/packed-page.ts';

interface AttemptRow {
  readonly id: string;
  readonly scenario: string;
  readonly begun: number;
  readonly header: AttemptHeader;
  readonly away?: { readonly why: WhyAway };
}

interface Attempts extends DBSchema {
  attempts: { key: string; value: AttemptRow; indexes: { scenario: string } };
  events: { key: [string, number]; value: { attempt: string; seq: number; event: AttemptEvent } };
}

/** Name of the database of attempts on this device. */
export const ATTEMPTS = 'checkathon';
const VERSION = 1;

/**
 * Opens the attempts in this browser's IndexedDB; falls back to memory, which does not persist, if the browser refuses
 * it.
 */
export async function openAttemptStore(): Promise<AttemptStore> {
  try {
    return storeIn(await openAttempts());
  } catch {
    // Private windows and locked-down machines refuse storage. The case can still be played.
    return createMemoryStore();
  }
}

function openAttempts(): Promise<IDBPDatabase<Attempts>> {
  return openDB<Attempts>(storageName(ATTEMPTS), VERSION, {
    upgrade(db) {
      db.createObjectStore('attempts', { keyPath: 'id' }).createIndex('scenario', 'scenario');
      db.createObjectStore('events', { keyPath: ['attempt', 'seq'] });
    },
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}

function storeIn(database: IDBPDatabase<Attempts>): AttemptStore {
  const rows = async (scenario: string) =>
    (await database.getAllFromIndex('attempts', 'scenario', scenario)).sort((a, b) => b.begun - a.begun);
  const saved = async (row: AttemptRow): Promise<SavedAttempt> => {
    const events = await database.getAll('events', IDBKeyRange.bound([row.id, 0], [row.id, Number.MAX_SAFE_INTEGER]));
    return { id: row.id, header: row.header, events: events.map(({ event }) => event) };
  };
  return {
    lasting: true,
    async newest(scenario) {
      const row = (await rows(scenario)).find(({ away }) => away === undefined);
      return row && saved(row);
    },
    async create(header, events = []) {
      const transaction = database.transaction(['attempts', 'events'], 'readwrite', { durability: 'strict' });
      const attempts = transaction.objectStore('attempts');
      const others = await attempts.index('scenario').getAll(header.scenario);
      const begun = Math.max(0, ...others.map((row) => row.begun)) + 1;
      await attempts.add({ id: header.id, scenario: header.scenario, begun, header });
      const store = transaction.objectStore('events');
      await Promise.all(events.map((event) => store.add({ attempt: header.id, seq: event.seq, event })));
      await transaction.done;
    },
    async append(attempt, event) {
      const transaction = database.transaction('events', 'readwrite');
      try {
        await transaction.store.add({ attempt, seq: event.seq, event });
        await transaction.done;
      } catch (error) {
        // The same fault once more, which is told below.
        transaction.done.catch(() => undefined);
        if (error instanceof DOMException && error.name === 'ConstraintError')
          throw new EventTakenError(`Event ${event.seq} of attempt ${attempt} already exists.`);
        throw error;
      }
    },
    async putAway(attempt, why) {
      const transaction = database.transaction('attempts', 'readwrite');
      const row = await transaction.store.get(attempt);
      if (row) await transaction.store.put({ ...row, away: { why } });
      await transaction.done;
    },
    async find(attempt) {
      const row = await database.get('attempts', attempt);
      return row && saved(row);
    },
    async bringBack(attempt) {
      const transaction = database.transaction('attempts', 'readwrite');
      const row = await transaction.store.get(attempt);
      if (row) {
        const { away: _away, ...open } = row;
        const others = await transaction.store.index('scenario').getAll(row.scenario);
        await transaction.store.put({ ...open, begun: Math.max(...others.map(({ begun }) => begun)) + 1 });
      }
      await transaction.done;
    },
    async away(scenario) {
      const put = (await rows(scenario)).flatMap((row) => (row.away ? [{ row, why: row.away.why }] : []));
      return Promise.all(put.map(async ({ row, why }) => ({ ...(await saved(row)), why })));
    },
  };
}

/** A store in memory, lost with the page. */
export function createMemoryStore(): AttemptStore {
  const rows: { id: string; header: AttemptHeader; events: AttemptEvent[]; why?: WhyAway }[] = [];
  const of = (scenario: string) => rows.filter(({ header }) => header.scenario === scenario).toReversed();
  return {
    lasting: false,
    newest: async (scenario) => of(scenario).find(({ why }) => why === undefined),
    create: async (header, events = []) => void rows.push({ id: header.id, header, events: [...events] }),
    append: async (attempt, event) => void rows.find(({ id }) => id === attempt)?.events.push(event),
    putAway: async (attempt, why) => {
      const row = rows.find(({ id }) => id === attempt);
      if (row) row.why = why;
    },
    find: async (attempt) => rows.find(({ id }) => id === attempt),
    bringBack: async (attempt) => {
      const at = rows.findIndex(({ id }) => id === attempt);
      const [row] = at < 0 ? [] : rows.splice(at, 1);
      if (!row) return;
      const { why: _why, ...open } = row;
      rows.push(open);
    },
    away: async (scenario) => of(scenario).flatMap((row) => (row.why ? [{ ...row, why: row.why }] : [])),
  };
}

/**
 * Deletes every attempt of this device. Only the reader asks for this, on the page that shows all that is kept; the store
 * itself never deletes.
 */
export async function forgetAttempts(): Promise<void> {
  try {
    const database = await openAttempts();
    const transaction = database.transaction(['attempts', 'events'], 'readwrite');
    await Promise.all([transaction.objectStore('attempts').clear(), transaction.objectStore('events').clear()]);
    await transaction.done;
    database.close();
  } catch {
    // Storage is refused: nothing was kept.
  }
}
