import { CUSTODY_START, type CustodyEntry, firstBrokenLink } from '#core/evidence/custody-log.ts';
import { CustodyEntrySchema } from '#core/evidence/schemas.ts';
import type { Issue } from '#core/kernel/issue.ts';
import type { BagFiles } from '#formats/bagit/bag-files.ts';
import { CUSTODY_PATH } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';
import { readJsonLines } from './read-json.ts';

/** The custody log of a bag, and the first entry that does not fit what stands before it. */
export interface CheckedCustody {
  readonly entries: readonly CustodyEntry[];
  readonly issues: readonly Issue[];
}

/**
 * Reads the custody log and its chain: lines that are no entry, a broken link, two entries that follow the same one, and an
 * end that is not the one that bag-info.txt names (the last entries were left out).
 */
export async function checkCustody(bag: BagFiles, head: string | undefined): Promise<CheckedCustody> {
  if (!bag.files.some(({ path }) => path === CUSTODY_PATH))
    return { entries: [], issues: [faultAt(CUSTODY_PATH, 'locker.no-custody')] };
  const issues: Issue[] = [];
  const entries: CustodyEntry[] = [];
  const lines = await readJsonLines(bag, CUSTODY_PATH);
  if (!lines) return { entries, issues: [faultAt(CUSTODY_PATH, 'locker.too-large')] };
  for (const [n, line] of lines.entries()) {
    const parsed = CustodyEntrySchema.safeParse(line);
    if (parsed.success) entries.push(parsed.data);
    else issues.push(atLine('locker.custody-line', n + 1));
  }
  const broken = firstBrokenLink(entries);
  if (broken !== undefined) issues.push(atLine('locker.custody-break', broken, { entry: broken }));
  issues.push(...forks(entries));
  const last = entries.at(-1)?.hash ?? CUSTODY_START;
  if (head !== undefined && head !== last) issues.push(faultAt(CUSTODY_PATH, 'locker.custody-head'));
  return { entries, issues };
}

function forks(entries: readonly CustodyEntry[]): Issue[] {
  const before = new Map<string, number>();
  return entries.flatMap(({ prev }, n) => {
    const other = before.get(prev);
    before.set(prev, other ?? n + 1);
    return other === undefined ? [] : [atLine('locker.custody-fork', n + 1, { entry: n + 1, other })];
  });
}

const atLine = (code: string, line: number, params: Issue['params'] = {}): Issue => ({
  ...faultAt(CUSTODY_PATH, code, params),
  position: { file: CUSTODY_PATH, line, column: 1 },
});
