import { watch } from 'node:fs';
import { join, sep } from 'node:path';
import { isCaseFile } from '#case/language/use-cases/case-file-names.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import type { FolderStand } from '#studio/use-cases/case-folder.ts';
import { type LibraryTexts, libraryTexts } from '#studio/use-cases/studio-library.ts';
import type { CasesOnDisk } from './cases-on-disk.ts';

/** Debounce (ms): editors save a file in several steps, and the folder is read again when they are done. */
const DEBOUNCE_MS = 80;

/** A folder of cases that is being watched. */
export interface WatchedFolder extends CasesOnDisk {
  stand(): FolderStand;
  /** The library against which the cases are checked, by path. */
  library(): LibraryTexts;
  /** Calls `listener` after each change on the disk. Returns a function that removes the listener. */
  onChange(listener: () => void): () => void;
}

/**
 * Reads the cases of `folder` now, and each case again whenever one of its files is saved; the library whenever a file of it
 * below `root` is. Calls `failed` where the system refuses to watch.
 */
export function watchFolder(
  cases: CasesOnDisk,
  { folder, root }: { readonly folder: string; readonly root: string },
  failed: (said: string) => void,
): WatchedFolder {
  const listeners = new Set<() => void>();
  const watched = (place: string, read: (changed: ReadonlySet<string | null>) => void) => {
    let waiting: NodeJS.Timeout | undefined;
    const changed = new Set<string | null>();
    watch(place, { recursive: true }, (_, name) => {
      changed.add(name);
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const before = JSON.stringify(stand);
        const now = new Set(changed);
        changed.clear();
        read(now);
        if (JSON.stringify(stand) !== before) for (const listener of listeners) listener();
      }, DEBOUNCE_MS);
    }).on('error', (error) => failed(error.message));
  };
  const library = () => libraryTexts(createProjectFiles(root), true);
  const readLibrary = () => sha256Hex(JSON.stringify(library()));
  const readCases = () => cases.list().cases.map(({ place, digest }) => ({ place, digest }));
  /** The cases, of which only those with a changed file are read again. */
  const readChanged = (names: ReadonlySet<string | null>) => {
    const inside = [...names].map((name) => name?.split(sep) ?? []);
    // A file of the folder itself can make the folder one case; without a name anything may have changed.
    const isOfFolder = ([child, file]: readonly string[]) =>
      child === undefined || (file === undefined && isCaseFile(child)) || cases.isSingle();
    if (inside.some(isOfFolder)) return readCases();
    const known = new Map(stand.cases.map(({ place, digest }) => [place, digest]));
    for (const child of new Set(inside.map(([first = '']) => first))) {
      const place = cases.placeOf(child);
      const read = cases.read(place);
      if (read) known.set(place, read.digest);
      else known.delete(place);
    }
    return [...known.keys()].sort().map((place) => ({ place, digest: known.get(place) ?? '' }));
  };
  let stand: FolderStand = { library: '', cases: [] };
  // Watching starts before the first reading, so that no save during it is missed.
  watched(folder, (names) => {
    stand = { ...stand, cases: readChanged(names) };
  });
  watched(join(root, 'content'), () => {
    stand = { ...stand, library: readLibrary() };
  });
  stand = { library: readLibrary(), cases: readCases() };
  return {
    ...cases,
    stand: () => stand,
    library,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
