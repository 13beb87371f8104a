import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { readBack } from '#kernel/browser/read-back.ts';
import { wallClock } from '#kernel/browser/wall-clock.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Draft, DraftFiles } from '#studio/model/draft.ts';
import {
  type DeviceShelf,
  digestedText,
  inShelfOrder,
  type Kept,
  type NamedVersion,
  readShelved,
  refusalOver,
  refusalOverWhole,
  type ShelfNews,
  type ShelvedDraft,
  shelve,
  wholeDraft,
} from '#studio/use-cases/draft-shelf.ts';

interface Shelf extends DBSchema {
  drafts: { key: string; value: ShelvedDraft };
  /** The last good draft before the one in `drafts`. */
  aside: { key: string; value: ShelvedDraft };
  versions: { key: [string, string]; value: NamedVersion; indexes: { draft: string } };
}

const DATABASE = 'checkathon-studio';
const CHANNEL = 'checkathon-studio';
const VERSION = 1;
const ALL = ['drafts', 'aside', 'versions'] as const;

/**
 * Opens the drafts of the studio in this browser's IndexedDB; falls back to memory, which does not persist, if the browser
 * refuses it.
 */
export async function openDraftShelf(now: () => string = wallClock): Promise<DeviceShelf> {
  try {
    const database = await openDB<Shelf>(DATABASE, VERSION, {
      upgrade(db) {
        db.createObjectStore('drafts', { keyPath: 'id' });
        db.createObjectStore('aside', { keyPath: 'id' });
        db.createObjectStore('versions', { keyPath: ['draft', 'name'] }).createIndex('draft', 'draft');
      },
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return shelfIn(database, now);
  } catch {
    // Private windows and locked-down machines refuse storage. A case can still be written and given out.
    return createMemoryShelf(now);
  }
}

function shelfIn(database: IDBPDatabase<Shelf>, now: () => string): DeviceShelf {
  const tabs = openChannel();
  /** The row that this tab has put last: it is whole, and reading it through again would take as long as putting it. */
  let put: ShelvedDraft | undefined;
  const isPut = (row: ShelvedDraft | undefined) =>
    row !== undefined && row.id === put?.id && row.digest === put.digest && row.draft.revision === put.draft.revision;
  const read = async (id: string, row: unknown) => readShelved(id, row, await database.get('aside', id));
  async function keep(draft: Draft): Promise<Kept> {
    // Before the transaction, which ends where anything else is waited for.
    const digest = await digestOf(draft.files);
    const transaction = database.transaction(['drafts', 'aside'], 'readwrite', { durability: 'strict' });
    const drafts = transaction.objectStore('drafts');
    const lying = await drafts.get(draft.id);
    const isWhole = isPut(lying);
    const refusal = isWhole && lying ? refusalOverWhole(draft, lying.draft) : refusalOver(draft, lying);
    if (refusal) {
      await transaction.done;
      return refusal;
    }
    const row = shelve(draft, now(), digest);
    try {
      const writes: Promise<unknown>[] = [drafts.put(row)];
      if (lying && (isWhole || wholeDraft(lying))) writes.push(transaction.objectStore('aside').put(lying));
      await Promise.all([...writes, transaction.done]);
    } catch (error) {
      if (isFull(error)) return { refused: 'full' };
      throw error;
    }
    put = row;
    tabs.say({ id: draft.id, revision: row.draft.revision });
    return { kept: row.draft };
  }
  return {
    lasting: true,
    async list() {
      const rows = await database.getAll('drafts');
      return inShelfOrder(await Promise.all(rows.map((row) => read(row.id, row))));
    },
    async get(id) {
      const row = await database.get('drafts', id);
      return row && read(id, row);
    },
    keep,
    async restore(id) {
      const before = wholeDraft(await database.get('aside', id));
      return before ? keep(before) : { refused: 'removed' };
    },
    async remove(id) {
      const transaction = database.transaction(ALL, 'readwrite');
      const versions = transaction.objectStore('versions');
      const named = await versions.index('draft').getAllKeys(id);
      await Promise.all([
        transaction.objectStore('drafts').delete(id),
        transaction.objectStore('aside').delete(id),
        ...named.map((key) => versions.delete(key)),
        transaction.done,
      ]);
      tabs.say({ id, removed: true });
    },
    async keepVersion(version) {
      try {
        await database.put('versions', version);
        return {};
      } catch (error) {
        if (isFull(error)) return { refused: 'full' };
        throw error;
      }
    },
    versions: async (id) => latestFirst(await database.getAllFromIndex('versions', 'draft', id)),
    listen: tabs.listen,
  };
}

/** The digest of the files: by the browser where it can, which does not hold up the page. */
const digestOf = async (files: DraftFiles): Promise<string> =>
  (await readBack(new TextEncoder().encode(digestedText(files)))).sha256;

/** A shelf in memory, lost with the page. */
export function createMemoryShelf(now: () => string): DeviceShelf {
  const drafts = new Map<string, ShelvedDraft>();
  const named = new Map<string, NamedVersion>();
  const read = (id: string, row: ShelvedDraft) => readShelved(id, row, undefined);
  return {
    lasting: false,
    list: async () => inShelfOrder([...drafts].map(([id, row]) => read(id, row))),
    async get(id) {
      const row = drafts.get(id);
      return row && read(id, row);
    },
    async keep(draft) {
      const refusal = refusalOver(draft, drafts.get(draft.id));
      if (refusal) return refusal;
      const row = shelve(draft, now());
      drafts.set(draft.id, row);
      return { kept: row.draft };
    },
    restore: async () => ({ refused: 'removed' }),
    async remove(id) {
      drafts.delete(id);
      for (const [key, version] of named) if (version.draft === id) named.delete(key);
    },
    async keepVersion(version) {
      named.set(JSON.stringify([version.draft, version.name]), version);
      return {};
    },
    versions: async (id) => latestFirst([...named.values()].filter(({ draft }) => draft === id)),
    listen: () => () => undefined,
  };
}

const latestFirst = (versions: readonly NamedVersion[]) =>
  versions.toSorted((a, b) => compareCodes(b.keptAt, a.keptAt));

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** The wire to other tabs of the studio on this device. */
function openChannel() {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    say: (news: ShelfNews) => channel.postMessage(news),
    listen(heard: (news: ShelfNews) => void) {
      const hear = ({ data }: MessageEvent<ShelfNews>) => heard(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
