import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Reading } from '#case/debrief/model/reading/reading.ts';
import { storageName } from '#kernel/browser/packed-page.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { ReadingStore } from '#kinds/detection/use-cases/practice/reading-store.ts';

interface Readings extends DBSchema {
  readings: { key: string; value: Reading };
}

const DATABASE = 'checkathon-practice';
const VERSION = 1;

/**
 * Opens the readings in this browser's IndexedDB; falls back to memory, which does not persist, if the browser refuses
 * it.
 */
export async function openReadingStore(): Promise<ReadingStore> {
  try {
    const database = await openDB<Readings>(storageName(DATABASE), VERSION, {
      upgrade(db) {
        db.createObjectStore('readings', { keyPath: 'id' });
      },
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return storeIn(database);
  } catch {
    // Private windows and locked-down machines refuse storage. Ads can still be read.
    return createMemoryReadings();
  }
}

function storeIn(database: IDBPDatabase<Readings>): ReadingStore {
  return {
    lasting: true,
    async all() {
      return inOrder(await database.getAll('readings'));
    },
    async keep(reading) {
      const transaction = database.transaction('readings', 'readwrite');
      if ((await transaction.store.get(reading.id)) === undefined) await transaction.store.add(reading);
      await transaction.done;
    },
    clear: () => database.clear('readings'),
  };
}

function createMemoryReadings(): ReadingStore {
  const kept = new Map<string, Reading>();
  return {
    lasting: false,
    all: async () => inOrder([...kept.values()]),
    keep: async (reading) => void (kept.has(reading.id) || kept.set(reading.id, reading)),
    clear: async () => kept.clear(),
  };
}

function inOrder(readings: readonly Reading[]): Reading[] {
  return readings.filter(({ schema }) => schema === 'reading/1').sort((a, b) => compareCodes(a.wall, b.wall));
}
