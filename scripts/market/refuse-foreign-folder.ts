import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readBeginning } from '#kernel/node/read-file.ts';
import { PUBLIC, SECRET } from '#market/documents/use-cases/market-files.ts';
import { badArgument } from '../command/command-line.ts';

/** Bytes of a file in which it says what it is. */
const BEGINNING = 500;
const HEADER = /^\s*\{\s*"schema"\s*:\s*"market\/\d/;
const FIRST_AD = /^\{"id":"ad-\d/;

/**
 * Ends the command with 2 where `public/` or `secret/` of a folder holds files and no market: they would be mixed with
 * those of the new market, or removed. An earlier market is replaced, and so is one whose writing was interrupted.
 * `given` is the folder as it was typed.
 */
export function refuseForeignFolder(out: string, given: string, isForced: boolean): void {
  if (isForced || isMarket(join(out, PUBLIC))) return;
  const half = [PUBLIC, SECRET].find((name) => filesIn(join(out, name)).length > 0);
  if (half === undefined) return;
  badArgument(
    `--out ${given}: ${half}/ there holds files, and no market. Choose another folder, or write into it with --force.`,
  );
}

/** True for the public half of a market, or what was written of it: the header comes after the ads. */
function isMarket(folder: string): boolean {
  if (HEADER.test(readBeginning(join(folder, 'market.json'), BEGINNING))) return true;
  const [ads] = filesIn(folder).filter((name) => /^ads-0+\.ndjson$/.test(name));
  return ads !== undefined && FIRST_AD.test(readBeginning(join(folder, ads), BEGINNING));
}

/** Names of what lies below a folder, but for folders; none where it cannot be read: writing says why. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}
