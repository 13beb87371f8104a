import { CUSTODY_START, type CustodyEntry, firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import { CustodyEntrySchema } from '#evidence/locker/model/schemas.ts';
import type { BagFiles } from '#kernel/formats/bagit/bag-files.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { CUSTODY_PATH, isForeign } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';
import { readJsonLines } from './read-json.ts';

/** The valid entries of a bag's custody log, and the issues of the log. */
export interface CheckedCustody {
  readonly entries: readonly CustodyEntry[];
  /** True if every line is an entry, and each entry follows the one before it. */
  readonly isChained: boolean;
  readonly issues: readonly Issue[];
}

/** Maximum invalid lines. A file with more is not taken for a log, and reading stops. */
const MAX_WRONG = 1000;

/**
 * Reads the custody log and checks its chain. Reports invalid lines, a broken link, forks (two entries that follow the
 * same one), bytes that are not the canonical text of the entries, and a last entry that is not the one named in
 * bag-info.txt (the log was truncated). `sha256` is the digest of the file.
 */
export async function checkCustody(
  bag: BagFiles,
  head: string | undefined,
  sha256: string | undefined,
): Promise<CheckedCustody> {
  const issues: Issue[] = [];
  const entries: CustodyEntry[] = [];
  const present = new Set(bag.files.map(({ path }) => path));
  if (!present.has(CUSTODY_PATH)) {
    const missing = isForeign(present)
      ? faultAt(CUSTODY_PATH, 'locker.foreign', {}, 'warning')
      : faultAt(CUSTODY_PATH, 'locker.no-custody');
    return { entries, isChained: false, issues: [missing] };
  }
  const lines = await readJsonLines(bag, CUSTODY_PATH);
  if (!lines) return { entries, isChained: false, issues: [faultAt(CUSTODY_PATH, 'locker.too-large')] };
  let wrong = 0;
  function* bad() {
    for (const { line, value } of lines ?? []) {
      const parsed = CustodyEntrySchema.safeParse(value);
      if (parsed.success) entries.push(parsed.data);
      else yield atLine(value === undefined ? 'locker.custody-json' : 'locker.custody-line', line);
      if (!parsed.success && ++wrong > MAX_WRONG) return;
    }
  }
  issues.push(...firstIssues(bad(), 'locker.more'));
  const broken = firstBrokenLink(entries);
  if (broken !== undefined) issues.push(atLine('locker.custody-break', broken, { entry: broken }));
  issues.push(...firstIssues(forks(entries), 'locker.more'));
  const isChained = issues.length === 0 && entries.length > 0;
  // Each entry has one text. Another text of it, such as one with a key twice, is read in two ways by two tools.
  if (wrong === 0 && sha256 !== undefined && sha256 !== sha256Hex(custodyText(entries)))
    issues.push(faultAt(CUSTODY_PATH, 'locker.custody-bytes'));
  const last = entries.at(-1)?.hash ?? CUSTODY_START;
  if (head !== undefined && head !== last) issues.push(faultAt(CUSTODY_PATH, 'locker.custody-head'));
  return { entries, isChained, issues };
}

/** Text of a custody log: one entry a line, in canonical JSON. */
const custodyText = (entries: readonly CustodyEntry[]): string =>
  entries.map((entry) => `${canonicalJson(asJson(entry))}\n`).join('');

function* forks(entries: readonly CustodyEntry[]): Generator<Issue> {
  const before = new Map<string, number>();
  for (const [n, { prev }] of entries.entries()) {
    const other = before.get(prev);
    before.set(prev, other ?? n + 1);
    if (other !== undefined) yield atLine('locker.custody-fork', n + 1, { entry: n + 1, other });
  }
}

const atLine = (code: string, line: number, params: Issue['params'] = {}): Issue => ({
  ...faultAt(CUSTODY_PATH, code, params),
  position: { file: CUSTODY_PATH, line, column: 1 },
});
