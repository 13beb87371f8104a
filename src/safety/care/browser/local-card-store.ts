import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { storageName } from '#kernel/browser/packed-page.ts';
import { EMPTY_CARD, type LocalCard, readCard } from '#safety/care/model/local-card.ts';
import type { LocalCardStore } from '#safety/care/use-cases/local-card-store.ts';

interface Cards extends DBSchema {
  cards: { key: string; value: LocalCard };
}

const DATABASE = 'checkathon-local-card';
const VERSION = 1;
const KEY = 'card';

/**
 * Opens the local card in this browser's IndexedDB; falls back to memory, which does not persist, if the browser
 * refuses it.
 */
export async function openLocalCardStore(): Promise<LocalCardStore> {
  try {
    const database = await openDB<Cards>(storageName(DATABASE), VERSION, {
      upgrade(db) {
        db.createObjectStore('cards');
      },
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return storeIn(database);
  } catch {
    // Private windows and locked-down machines refuse storage. A card can still be filled in and printed.
    return createMemoryCard();
  }
}

function storeIn(database: IDBPDatabase<Cards>): LocalCardStore {
  // One channel for both directions: a channel does not hear itself, so a page never reads back its own older state.
  const channel = new BroadcastChannel(storageName(DATABASE));
  return {
    lasting: true,
    read: async () => readCard(await database.get('cards', KEY)),
    async write(card) {
      await database.put('cards', { ...card, contacts: [...card.contacts] }, KEY);
      channel.postMessage('written');
    },
    follow(changed) {
      channel.addEventListener('message', changed);
      return () => channel.removeEventListener('message', changed);
    },
  };
}

function createMemoryCard(): LocalCardStore {
  let kept = EMPTY_CARD;
  return {
    lasting: false,
    read: async () => kept,
    async write(card) {
      kept = card;
    },
    follow: () => () => {},
  };
}
