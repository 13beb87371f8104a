import { custodyByName } from '#evidence/locker/model/locker.ts';
import type { LogCoverage } from '#evidence/locker/model/log-coverage.ts';
import { adsWithFinding } from '#evidence/locker/model/record-gaps.ts';
import { type SaidOfItem, saidByLog } from '#evidence/locker/model/said-by-log.ts';
import type { BagFiles } from '#kernel/formats/bagit/bag-files.ts';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { CUSTODY_PATH, REPORT_PATH } from './bag-paths.ts';
import type { BagFolders } from './bag-texts.ts';
import { type CheckedCopies, checkCopies, checkLetters, type ListedFiles } from './check-copies.ts';
import type { CheckedCustody } from './check-custody.ts';
import type { Fixity } from './check-fixity.ts';
import { type CheckedItem, checkItem, readRecord } from './check-item.ts';
import { faultAt } from './fault-at.ts';
import type { ReadRecordFile } from './item-context.ts';
import { type KeptItems, keptItems } from './kept-items.ts';

/** The items, copies and letters of a bag, compared with its log. */
export interface CheckedContents {
  readonly items: readonly CheckedItem[];
  /** Copies and letters together. */
  readonly copies: CheckedCopies;
  /** How many files of each sort the log names by a hash. */
  readonly logged: LogCoverage['logged'];
  /** Issues of folders, and of pages that are not there. */
  readonly issues: readonly Issue[];
}

/** Maximum bytes of pages that are kept for making the report again. */
const MAX_PAGES_BYTES = 128 * 1024 ** 2;

/** Compares each item with the entries about it, and letters and copies with the entries that name them. */
export async function checkContents(
  bag: BagFiles,
  listed: ListedFiles,
  folders: ReadonlySet<string>,
  { entries, isChained }: CheckedCustody,
  { about }: Pick<Fixity, 'about'>,
  progress: ((done: number, of: number) => void) | undefined,
): Promise<CheckedContents> {
  const said = saidByLog(entries);
  const records = new Map<string, ReadRecordFile>();
  for (const folder of folders) records.set(folder, await readRecord(bag, folder, listed));
  const named = new Map([...records].map(([folder, { record }]) => [folder, record?.itemId ?? folder]));
  const kept = keptItems(said, folders, named);
  const copies = checkCopies(entries, kept.byFolder, listed);
  const letters = checkLetters(entries, listed);
  const byName = custodyByName(entries);
  const context = {
    ...listed,
    bag,
    bagName: about.name,
    isChained,
    custodyOf: (item: string) => byName.get(item) ?? [],
    copies: copies.named,
    found: adsWithFinding(entries),
    looks: new Set(entries.flatMap(({ action, sha256 }) => (action === 'look.captured' ? [sha256] : []))),
  };
  const items: CheckedItem[] = [];
  const tooLarge: Issue[] = [];
  let bytes = 0;
  for (const folder of folders) {
    const record = records.get(folder) ?? { issues: [] };
    const { remade, ...item } = await checkItem(folder, { ...context, said: kept.byFolder.get(folder), record });
    bytes += remade?.item.body.length ?? 0;
    items.push(remade && bytes <= MAX_PAGES_BYTES ? { ...item, remade } : item);
    if (bytes > MAX_PAGES_BYTES && tooLarge.length === 0)
      tooLarge.push(faultAt(REPORT_PATH, 'locker.pages-too-large', {}, 'warning'));
    progress?.(items.length, folders.size);
  }
  return {
    items,
    copies: {
      issues: firstIssues([...copies.issues, ...letters.issues], 'locker.more'),
      named: [...copies.named, ...letters.named],
      logged: copies.logged + letters.logged,
    },
    logged: { pages: said.size, copies: copies.logged, letters: letters.logged },
    issues: firstIssues(
      [...lostPages(kept), ...wrongFolders(kept, said, records), ...otherCases(items), ...tooLarge],
      'locker.more',
    ),
  };
}

/** Logged captures of which the bag has no folder. */
const lostPages = ({ lost }: KeptItems): Issue[] =>
  lost.map(({ capture: { seq, reason } }) => faultAt(CUSTODY_PATH, 'locker.page-lost', { entry: seq, reason }));

/** Names that the kit takes for a folder. A page that was renamed to another one keeps its folder. */
const SAFE_NAME = /^[A-Za-z0-9][\w-]{0,63}$/;

/** Records that lie in a folder which is neither that of their item nor the one that the log has renamed it to. */
function* wrongFolders(
  { byFolder }: KeptItems,
  said: ReadonlyMap<string, SaidOfItem>,
  records: ReadonlyMap<string, ReadRecordFile>,
): Generator<Issue> {
  const taken = new Set([...byFolder.keys(), ...said.keys()].map((name) => name.toLowerCase()));
  for (const [folder, { record }] of records) {
    const own = byFolder.get(folder);
    const isUsable = own && SAFE_NAME.test(own.folder) && !taken.has(own.folder.toLowerCase());
    const isKept = own && (own.folder === folder || (own.item === folder && !isUsable));
    const path = `data/items/${folder}/record.json`;
    if (record && (record.itemId !== own?.item || !isKept))
      yield faultAt(path, 'locker.record-name', { named: record.itemId });
  }
}

/** Records of another case or market than the first one. */
function* otherCases(items: readonly CheckedItem[]): Generator<Issue> {
  const [first] = items.flatMap((item) => item.remade ?? []);
  for (const { folder, remade } of items) {
    if (!first || !remade) continue;
    const parts = [
      [remade.record.caseId, first.record.caseId],
      [remade.record.marketId, first.record.marketId],
      [remade.capture.notice, first.capture.notice],
    ];
    for (const [written = '', said = ''] of parts)
      if (written !== said) yield faultAt(`data/items/${folder}/record.json`, 'locker.record-case', { written, said });
  }
}

/** Which folders a bag has. */
export function foldersIn(files: ReadonlyMap<string, unknown>): BagFolders {
  const paths = [...files.keys()];
  return {
    around: paths.some((path) => /^data\/items\/[^/]+\/around\//.test(path)),
    loose: paths.some((path) => path.startsWith('data/around/')),
    letters: paths.some((path) => path.startsWith('data/letters/')),
  };
}
