import type { SaidOfItem } from '#evidence/locker/model/said-by-log.ts';

/** The items of a bag as its folders and its log have them. */
export interface KeptItems {
  /** What the log says of the item in each folder; a folder without an item in the log is left out. */
  readonly byFolder: ReadonlyMap<string, SaidOfItem>;
  /** Logged items of which the bag has no folder. */
  readonly lost: readonly SaidOfItem[];
}

/**
 * Finds the item of each folder: the one that the log has renamed to it, or the one of that name. Where both are
 * possible the name in the record decides, so that two items that were exchanged are compared with each other's entries
 * and do not fit.
 */
export function keptItems(
  said: ReadonlyMap<string, SaidOfItem>,
  folders: ReadonlySet<string>,
  named: ReadonlyMap<string, string>,
): KeptItems {
  const byFolder = new Map<string, SaidOfItem>();
  const taken = new Set<string>();
  const renamed = Map.groupBy(said.values(), (item) => item.folder);
  for (const folder of folders) {
    const possible = [...(renamed.get(folder) ?? []), said.get(folder)].filter((item) => item !== undefined);
    const free = possible.filter(({ item }) => !taken.has(item));
    const own = free.find(({ item }) => item === named.get(folder)) ?? free[0];
    if (!own) continue;
    taken.add(own.item);
    byFolder.set(folder, own);
  }
  // A folder of another name, without an entry that says so: the name in its record says which page it is.
  for (const folder of folders) {
    const own = said.get(named.get(folder) ?? '');
    if (!own || byFolder.has(folder) || taken.has(own.item)) continue;
    taken.add(own.item);
    byFolder.set(folder, own);
  }
  return { byFolder, lost: [...said.values()].filter(({ item }) => !taken.has(item)) };
}
