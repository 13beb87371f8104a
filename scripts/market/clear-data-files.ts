import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC, SECRET } from '#market/documents/use-cases/market-files.ts';

/** Names of data files that a market is written in. */
const DATA =
  /^(?:(?:ads|records|ground-truth|links|actors)-\d{3,}\.(?:ndjson|csv|parquet)|moderation(?:-truth)?\.json)$/;

/**
 * Removes the data files of an earlier market from a folder, so that no market has files of two. Returns their number.
 * Other files stay.
 */
export function clearDataFiles(folder: string): number {
  let removed = 0;
  for (const half of [PUBLIC, SECRET])
    for (const name of readdirSync(join(folder, half)).filter((file) => DATA.test(file))) {
      rmSync(join(folder, half, name));
      removed += 1;
    }
  return removed;
}

/** What the user is told of files that were removed. */
export const toldOfCleared = (removed: number): string[] =>
  removed === 0 ? [] : [`Data files of an earlier market that were in this folder and are removed: ${removed}`];
