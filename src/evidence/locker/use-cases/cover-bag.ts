import type { CustodyLog } from '#evidence/locker/model/custody-log.ts';
import { factsOf, LOGGED_FACTS, type LogCoverage, type UncoveredWhy } from '#evidence/locker/model/log-coverage.ts';
import { entriesOfLists } from '#evidence/locker/model/said-by-log.ts';
import { BAG_DECLARATION } from '#kernel/formats/bagit/write-bag.ts';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import {
  CASE_UCO_PATH,
  CUSTODY_PATH,
  CUSTODY_SCRIPT_PATH,
  isForeign,
  itemOfPath,
  QUERY_PATH,
  README_PATH,
  REPORT_PATH,
  TOKEN_PATH,
  WACZ_PATH,
} from './bag-paths.ts';
import type { ListedFiles } from './check-copies.ts';
import { SHIPPED_SCRIPTS } from './check-custody-script.ts';
import type { CheckedDerived } from './check-derived.ts';
import type { CheckedItem } from './check-item.ts';
import { faultAt } from './fault-at.ts';

/** Files that every locker of this kit has. A request for a time stamp may have been taken out. */
const KIT_FILES = [REPORT_PATH, CASE_UCO_PATH, WACZ_PATH, README_PATH];

/** Files of the kit that a locker lacks, although no manifest says so. */
export const filesLeftOut = ({ sha256, reported }: ListedFiles): Issue[] =>
  KIT_FILES.filter((path) => !sha256.has(path) && !reported.has(path)).map((path) =>
    faultAt(path, 'locker.file-left-out'),
  );

const MANIFEST = /^(?:tag)?manifest-sha(?:256|512)\.txt$/;

/** The parts of a result that the coverage is gathered from. */
export interface ToCover {
  readonly log: CustodyLog;
  readonly isChained: boolean;
  readonly items: readonly CheckedItem[];
  /** Copies and letters that have the hash of their own entry. */
  readonly copies: readonly string[];
  readonly logged: LogCoverage['logged'];
  readonly made: CheckedDerived;
  /** True if the texts of the WACZ were made again and are the same. */
  readonly isWaczMade: boolean;
  /** Paths at which something is wrong. */
  readonly wrong: ReadonlySet<string | number | undefined>;
}

/**
 * Gathers what was compared with the log: every file of the bag is named by an entry, or made again, or listed as not
 * covered, or something is wrong at it. Also reports files that this kit does not write.
 */
export function coverBag(
  { sha256, reported }: ListedFiles,
  { log, isChained, items, copies, logged, made, isWaczMade, wrong }: ToCover,
): { readonly coverage: LogCoverage; readonly issues: readonly Issue[] } {
  const compared = items.flatMap((item) => item.compared ?? []);
  const named = [...items.flatMap((item) => item.named), ...copies].filter((path) => !wrong.has(path));
  const isDerived = (path: string) =>
    MANIFEST.test(path) ||
    (path === 'bagit.txt' && sha256.get(path) === sha256Hex(BAG_DECLARATION)) ||
    (path === CUSTODY_SCRIPT_PATH && SHIPPED_SCRIPTS.has(sha256.get(path) ?? '')) ||
    (path === WACZ_PATH && isWaczMade);
  const known = new Set([...compared.flatMap((item) => item.derived), ...made.derived]);
  const derived = [...sha256.keys()].filter((path) => (known.has(path) || isDerived(path)) && !wrong.has(path));
  const reconciled = compared.flatMap((item) => item.reconciled).filter((path) => !wrong.has(path));
  const covered = new Set([...named, ...reconciled, ...derived, CUSTODY_PATH]);
  const whys = new Map(made.uncovered.map(({ path, why }) => [path, why]));
  const isOther = isForeign(new Set(sha256.keys()));
  const comparedFolders = items.flatMap(({ folder, compared: own }) => (own ? [folder] : []));
  // Captures in the WACZ were compared with each capture of the bag that fits the lists.
  const hasCaptures = ![...reported].some((path) => /\/capture\.warc\.gz$/.test(String(path)));
  const uncovered = [...sha256.keys()]
    .filter((path) => !isOther && !covered.has(path) && !wrong.has(path))
    .map((path) => {
      const isCompared = comparedFolders.includes(itemOfPath(path) ?? '');
      return { path, why: whys.get(path) ?? whyOf(path, { hasPages: items.length > 0, hasCaptures, isCompared }) };
    });
  const whole = items.flatMap(({ item, compared: own }) =>
    own && own.reconciled.length > 0 ? [{ item, unlogged: own.unlogged }] : [],
  );
  const lists = entriesOfLists(log);
  return {
    coverage: {
      isChained,
      items: comparedFolders,
      named,
      logged,
      reconciled,
      derived,
      uncovered,
      compared: LOGGED_FACTS.filter(
        (fact) => compared.some(({ facts }) => facts.includes(fact)) || isTimed(fact, compared.length),
      ),
      facts: factsOf(
        whole.flatMap(({ item, unlogged }) => unlogged.map((fact) => [fact, item] as const)),
        whole.map(({ item }) => item),
      ),
      entries: isChained
        ? log
            .filter(({ seq, action, sha256: hash }) => !COMPARED.has(action) && hash !== '-' && !lists.has(seq))
            .map(({ seq, action }) => ({ seq, action }))
        : [],
    },
    issues: firstIssues(unknownFiles(uncovered), 'locker.more'),
  };
}

function* unknownFiles(uncovered: LogCoverage['uncovered']): Generator<Issue> {
  for (const { path, why } of uncovered)
    if (why === 'unknown') yield faultAt(path, 'locker.file-unknown', {}, 'warning');
}

/** The time of a capture is compared in each record that is compared at all. */
const isTimed = (fact: (typeof LOGGED_FACTS)[number], records: number) => fact === 'time' && records > 0;

/** Acts whose hash is compared with a page, a copy or a letter. */
const COMPARED = new Set([
  'page.captured',
  'record.written',
  'hash.verified',
  'copy.sealed',
  'copy.opened',
  'item.renamed',
  'item.handed-over',
  'item.deleted',
  'look.captured',
  'context.captured',
  'request.entered',
]);

/**
 * Why a file is not covered. `hasPages`, `hasCaptures`: whether the bag has pages, and captures that fit its lists;
 * `isCompared`: whether record and capture of the page of this file were compared with the log.
 */
function whyOf(
  path: string,
  {
    hasPages,
    hasCaptures,
    isCompared,
  }: { readonly hasPages: boolean; readonly hasCaptures: boolean; readonly isCompared: boolean },
): UncoveredWhy {
  if (path === QUERY_PATH) return 'request';
  if (path === TOKEN_PATH) return 'answer';
  if (itemOfPath(path) !== undefined && /\/(?:capture\.warc\.gz|page\.html|visual\.svg|record\.json)$/.test(path))
    return isCompared && /\/(?:record\.json|capture\.warc\.gz)$/.test(path) ? 'page-part' : 'wrong-page';
  // It was compared with the one that this kit writes, and is another one.
  if (path === 'bagit.txt') return 'other-version';
  if (![...KIT_FILES, 'bag-info.txt', CUSTODY_SCRIPT_PATH].includes(path)) return 'unknown';
  if (!hasPages) return 'no-page';
  return path === WACZ_PATH && hasCaptures ? 'wacz-captures' : 'not-made';
}
