import { compareHead } from '#evidence/locker/model/compare-head.ts';
import type { CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import type { BagFiles } from '#kernel/formats/bagit/bag-files.ts';
import { findBag } from '#kernel/formats/bagit/find-bag.ts';
import type { ByteSource } from '#kernel/formats/zip/byte-source.ts';
import type { ZipLimits } from '#kernel/formats/zip/check-entries.ts';
import { readZip } from '#kernel/formats/zip/read-zip.ts';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { CUSTODY_PATH, isForeign, itemOfPath } from './bag-paths.ts';
import { checkCustody } from './check-custody.ts';
import { checkCustodyScript } from './check-custody-script.ts';
import { checkFixity, type Fixity } from './check-fixity.ts';
import { type CheckedItem, checkItem, loggedActs } from './check-item.ts';
import { type CheckedTimestamp, type CheckSignature, checkTimestamp } from './check-timestamp.ts';
import { checkWacz } from './check-wacz.ts';
import { faultAt } from './fault-at.ts';
import type { LockerReport } from './locker-report.ts';

export interface VerifyOptions {
  /** An answer of a time-stamp authority that is kept beside the bag. */
  readonly answer?: Uint8Array;
  readonly checkSignature?: CheckSignature;
  /** The hash of the last custody entry, written down apart from the locker. */
  readonly expectHead?: string;
  /** Called with the progress of each stage. */
  readonly progress?: (done: number, of: number, stage: VerifyStage) => void;
}

/** Stages: first every file is hashed, then every item is checked. */
export type VerifyStage = 'files' | 'items';

/** The report on a locker, or the reasons why it was not verified. */
export type VerifiedBag =
  | { readonly ok: true; readonly value: LockerReport }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Verifies a zip, or returns why it was refused before anything was unpacked. */
export async function verifyZippedLocker(
  source: ByteSource,
  options: VerifyOptions = {},
  limits?: ZipLimits,
): Promise<VerifiedBag> {
  const { issues, files } = await readZip(source, limits);
  return files ? verifyFiles(files, options) : { ok: false, issues };
}

/** Verifies the files of a folder or of an opened zip. The bag may be the whole of it or one folder inside. */
export async function verifyFiles(files: BagFiles, options: VerifyOptions = {}): Promise<VerifiedBag> {
  const { bag, issues } = findBag(files);
  if (!bag) return { ok: false, issues };
  const report = await verifyLocker(bag, options);
  return { ok: true, value: { ...report, issues: [...report.issues, ...issues] } };
}

/**
 * Verifies a bag: manifests and counts, the custody chain, each item, the WACZ, time stamps. Files are streamed, so
 * that a large bag needs no more memory than its largest record. Does not stop at the first issue: all are in one
 * report.
 */
export async function verifyLocker(bag: BagFiles, options: VerifyOptions = {}): Promise<LockerReport> {
  const { progress } = options;
  const fixity = await checkFixity(bag, (done, of) => progress?.(done, of, 'files'));
  const { sha256 } = fixity;
  const readable: BagFiles = { ...bag, files: bag.files.filter(({ path }) => sha256.has(path)) };
  const custody = await checkCustody(readable, fixity.custodyHead);
  const changed = new Set(fixity.issues.filter(({ severity }) => severity === 'error').map(({ path: [path] }) => path));
  const folders = new Set(bag.files.flatMap(({ path }) => itemOfPath(path) ?? []));
  const items: CheckedItem[] = [];
  const logged = loggedActs(custody.entries);
  for (const folder of folders) {
    items.push(await checkItem(readable, folder, sha256, logged, changed));
    progress?.(items.length, folders.size, 'items');
  }
  const timestamp = await checkTimestamp(readable, fixity.manifestSha256, options.answer, options.checkSignature);
  const issues = [
    ...fixity.issues,
    ...custody.issues,
    ...firstIssues(lostPages(custody.entries, folders, sha256), 'locker.more'),
    ...items.flatMap((item) => item.issues),
    ...(await checkWacz(readable, sha256, changed)),
    ...timestamp.issues,
    ...checkCustodyScript(sha256),
  ];
  const log = { entries: custody.entries.length, head: custody.entries.at(-1)?.hash ?? '-' };
  const { expectHead } = options;
  if (expectHead !== undefined && compareHead(log.head, expectHead) !== 'same')
    issues.push(faultAt(CUSTODY_PATH, 'locker.head-other', { head: log.head, expected: expectHead }));
  const expected = expectHead === undefined ? {} : { expected: expectHead };
  return reportOf(bag, fixity, issues, items, { ...log, ...expected }, timestamp);
}

/** Logged captures whose page is in no item. A changed page is not reported here but by its own item. */
function* lostPages(
  entries: readonly CustodyEntry[],
  folders: ReadonlySet<string>,
  sha256: ReadonlyMap<string, string>,
): Generator<Issue> {
  const captured = entries.filter(({ action }) => action === 'page.captured');
  const logged = new Set(captured.map((entry) => entry.sha256));
  const pageIn = (folder: string) => sha256.get(`data/items/${folder}/page.html`);
  const kept = new Set([...folders].map(pageIn));
  for (const { seq, reason, sha256: hash } of captured) {
    const [item = ''] = reason.split(/[^\w-]+/);
    const page = pageIn(item);
    const isChanged = folders.has(item) && (page === undefined || !logged.has(page));
    if (!kept.has(hash) && !isChanged) yield faultAt(CUSTODY_PATH, 'locker.page-lost', { entry: seq, reason });
  }
}

/** True for an issue about evidence outside the bag: it is no contradiction inside the bag. */
const isOutside = (code: string) => code === 'locker.head-other' || code.startsWith('locker.token-');

function reportOf(
  bag: BagFiles,
  { sha256, algorithms }: Fixity,
  issues: readonly Issue[],
  items: readonly CheckedItem[],
  custody: LockerReport['custody'],
  { state, time, signer, signature }: CheckedTimestamp,
): LockerReport {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const wrong = new Set(errors.map(({ path: [path] }) => path));
  const wrongItems = new Set(errors.map(({ params: { item } }) => item));
  return {
    schema: 'locker-report/2',
    consistent: errors.every(({ code }) => isOutside(code)),
    faultless: errors.length === 0,
    foreign: isForeign(new Set(bag.files.map(({ path }) => path))),
    algorithms,
    paths: bag.files.map(({ path }) => {
      const item = itemOfPath(path);
      const named = item === undefined ? {} : { item };
      return { path, ...named, sha256: sha256.get(path) ?? '', holds: !wrong.has(path) };
    }),
    items: items.map(({ folder, item, holds, gaps, records }) => {
      return { folder, item, holds: holds && !wrongItems.has(folder), gaps, records };
    }),
    custody,
    timestamp: { state, time, signer, signature },
    issues,
  };
}
