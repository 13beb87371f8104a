import { watch } from 'node:fs';
import { join } from 'node:path';
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
 * Reads the cases of `folder` now, and again whenever one of their files, or a file of the library below `root`, is saved.
 * Calls `failed` where the system refuses to watch.
 */
export function watchFolder(
  cases: CasesOnDisk,
  { folder, root }: { readonly folder: string; readonly root: string },
  failed: (said: string) => void,
): WatchedFolder {
  const listeners = new Set<() => void>();
  const watched = (place: string, read: () => void) => {
    let waiting: NodeJS.Timeout | undefined;
    watch(place, { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const before = JSON.stringify(stand);
        read();
        if (JSON.stringify(stand) !== before) for (const listener of listeners) listener();
      }, DEBOUNCE_MS);
    }).on('error', (error) => failed(error.message));
  };
  const library = () => libraryTexts(createProjectFiles(root), true);
  const readLibrary = () => sha256Hex(JSON.stringify(library()));
  const readCases = () => cases.list().cases.map(({ place, digest }) => ({ place, digest }));
  let stand: FolderStand = { library: '', cases: [] };
  // Watching starts before the first reading, so that no save during it is missed.
  watched(folder, () => {
    stand = { ...stand, cases: readCases() };
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
