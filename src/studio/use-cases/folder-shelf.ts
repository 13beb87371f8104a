import type { Draft } from '#studio/model/draft.ts';
import type { CaseFolder, FolderCase, FolderStand } from './case-folder.ts';
import { type DraftShelf, digestOf, type Kept, type ShelfNews, type Shelved } from './draft-shelf.ts';

/** Notifications about the folder itself. */
export interface FolderHeard {
  /** False when the connection to the program that serves the folder is lost, true when it is back. */
  reached(there: boolean): void;
  /** The library against which cases are checked has changed. */
  library(): void;
}

/** The cases of a folder as drafts. Their ids are their paths, and their texts are only in the folder. */
export interface FolderShelf extends DraftShelf {
  /** The folder, as the author names it. */
  readonly folder: string;
  /** True where the folder has more than one case. */
  readonly hasSeveral: boolean;
  follow(heard: FolderHeard): () => void;
}

/** The ticks of an author about a case, which are not part of its files. */
export interface Ticks {
  of(place: string): readonly string[];
  keep(place: string, ticked: readonly string[]): void;
}

/** Placeholder for the digest of a case that is not in the folder. */
const GONE = '';

/** Opens a folder of cases as a shelf. `now` gives the time of a save. */
export async function openFolderShelf(folder: CaseFolder, now: () => string, ticks: Ticks): Promise<FolderShelf> {
  /** Digests of each case in the order in which they were seen: the revision of a draft is the place of its digest. */
  const seen = new Map<string, string[]>();
  const listeners = new Set<(news: ShelfNews) => void>();
  const followers = new Set<FolderHeard>();
  /** Number of unanswered writes: the disk shows them before this page knows that they are its own. */
  let writing = 0;
  let waiting: FolderStand | undefined;
  let library: string | undefined;

  /** The revision of a digest; a new one if it is not the last digest that was seen. */
  function see(place: string, digest: string): number {
    const digests = seen.get(place) ?? [];
    if (digests.at(-1) !== digest) seen.set(place, [...digests, digest]);
    return (seen.get(place)?.length ?? 1) - 1;
  }

  function shelved({ place, name, files, digest, unreadable }: FolderCase): Shelved {
    const revision = see(place, digest);
    if (Object.keys(unreadable).length > 0) return { state: 'broken', id: place, left: files, unreadable };
    const ticked = ticks.of(place);
    const draft: Draft = { schema: 'draft/1', id: place, files, folder: name, keptAt: now(), revision };
    return { state: 'whole', draft: ticked.length > 0 ? { ...draft, ticked } : draft };
  }

  function hear(stand: FolderStand): void {
    if (writing > 0) {
      waiting = stand;
      return;
    }
    const news: ShelfNews[] = [];
    for (const { place, digest } of stand.cases) {
      const before = seen.get(place)?.at(-1);
      if (before !== digest) news.push({ id: place, revision: see(place, digest) });
    }
    const there = new Set(stand.cases.map(({ place }) => place));
    for (const [place, digests] of seen) {
      if (there.has(place) || digests.at(-1) === GONE) continue;
      see(place, GONE);
      news.push({ id: place, removed: true });
    }
    for (const one of news) for (const listener of listeners) listener(one);
    const changed = library !== undefined && library !== stand.library;
    library = stand.library;
    if (changed) for (const follower of followers) follower.library();
  }

  async function write(draft: Draft, restsOn: string): Promise<Kept> {
    writing += 1;
    try {
      const written = await folder.write(draft.id, draft.files, restsOn);
      if ('digest' in written) return { kept: { ...draft, keptAt: now(), revision: see(draft.id, written.digest) } };
      if (written.refused === 'removed') return written;
      const newest = shelved(written.newest);
      if (newest.state === 'broken') throw new Error(`A file of ${draft.id} on the disk is no text.`);
      return { refused: 'newer', newest: newest.draft };
    } finally {
      writing -= 1;
      const stand = waiting;
      waiting = undefined;
      if (stand) hear(stand);
    }
  }

  const { folder: name, cases } = await folder.list();
  for (const { place, digest } of cases) see(place, digest);
  let stop: (() => void) | undefined;
  /** Listens to the folder while there is a listener here. */
  function listen<T>(to: Set<T>, heard: T): () => void {
    to.add(heard);
    stop ??= folder.listen({
      stands: hear,
      reached(there) {
        for (const follower of followers) follower.reached(there);
      },
    });
    return () => {
      to.delete(heard);
      if (listeners.size + followers.size > 0) return;
      stop?.();
      stop = undefined;
    };
  }

  return {
    folder: name,
    get hasSeveral() {
      return [...seen.values()].filter((digests) => digests.at(-1) !== GONE).length > 1;
    },
    list: async () => (await folder.list()).cases.map(shelved),
    async get(id) {
      const lying = await folder.read(id);
      return lying && shelved(lying);
    },
    async keep(draft) {
      ticks.keep(draft.id, draft.ticked ?? []);
      const restsOn = seen.get(draft.id)?.[draft.revision];
      if (restsOn === undefined || restsOn === GONE) return { refused: 'removed' };
      // Only data outside the files has changed.
      if (digestOf(draft.files) === restsOn) return { kept: draft };
      return write(draft, restsOn);
    },
    listen: (heard) => listen(listeners, heard),
    follow: (heard) => listen(followers, heard),
  };
}
