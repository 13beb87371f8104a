import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { AdNote, AdSelection, MarketNotebook } from '#market/search/use-cases/notebook-port.ts';

interface Notebook extends DBSchema {
  selections: { key: [string, string]; value: AdSelection & { market: string }; indexes: { market: string } };
  notes: { key: [string, string]; value: AdNote & { market: string }; indexes: { market: string } };
}

const DATABASE = 'checkathon-market';
const VERSION = 1;

/**
 * Opens the selections and notes in this browser's IndexedDB; falls back to memory, which does not persist, if the
 * browser refuses it.
 */
export async function openMarketNotebook(): Promise<MarketNotebook> {
  try {
    const database = await openDB<Notebook>(DATABASE, VERSION, {
      upgrade(db) {
        db.createObjectStore('selections', { keyPath: ['market', 'id'] }).createIndex('market', 'market');
        db.createObjectStore('notes', { keyPath: ['market', 'ad'] }).createIndex('market', 'market');
      },
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return notebookIn(database);
  } catch {
    // Private windows and locked-down machines refuse storage. The market can still be browsed.
    return createMemoryNotebook();
  }
}

function notebookIn(database: IDBPDatabase<Notebook>): MarketNotebook {
  return {
    lasting: true,
    async read(market) {
      const [selections, notes] = await Promise.all([
        database.getAllFromIndex('selections', 'market', market),
        database.getAllFromIndex('notes', 'market', market),
      ]);
      return {
        selections: selections.map(({ id, name, ads }) => ({ id, name, ads })),
        notes: notes.map(({ ad, text }) => ({ ad, text })),
      };
    },
    async putSelection(market, { id, name, ads }) {
      await database.put('selections', { market, id, name, ads: [...ads] });
    },
    deleteSelection: (market, id) => database.delete('selections', [market, id]),
    async putNote(market, { ad, text }) {
      if (text === '') await database.delete('notes', [market, ad]);
      else await database.put('notes', { market, ad, text });
    },
  };
}

function createMemoryNotebook(): MarketNotebook {
  const selections = new Map<string, Map<string, AdSelection>>();
  const notes = new Map<string, Map<string, AdNote>>();
  const at = <Kept>(all: Map<string, Map<string, Kept>>, market: string): Map<string, Kept> => {
    const known = all.get(market) ?? new Map<string, Kept>();
    all.set(market, known);
    return known;
  };
  return {
    lasting: false,
    read: async (market) => ({
      selections: [...at(selections, market).values()],
      notes: [...at(notes, market).values()],
    }),
    putSelection: async (market, selection) => void at(selections, market).set(selection.id, selection),
    deleteSelection: async (market, id) => void at(selections, market).delete(id),
    putNote: async (market, note) => {
      if (note.text === '') at(notes, market).delete(note.ad);
      else at(notes, market).set(note.ad, note);
    },
  };
}
