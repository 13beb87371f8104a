import { compareHead } from '#evidence/locker/model/compare-head.ts';
import { isAtFile, isLost, isOutside } from '#evidence/locker/model/contradictions.ts';
import type { LogCoverage } from '#evidence/locker/model/log-coverage.ts';
import type { BagFiles } from '#kernel/formats/bagit/bag-files.ts';
import { findBag } from '#kernel/formats/bagit/find-bag.ts';
import type { ByteSource } from '#kernel/formats/zip/byte-source.ts';
import type { ZipLimits } from '#kernel/formats/zip/check-entries.ts';
import { readZip } from '#kernel/formats/zip/read-zip.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { CUSTODY_PATH, isForeign, itemOfPath } from './bag-paths.ts';
import { type CheckedContents, checkContents, foldersIn } from './check-contents.ts';
import type { ListedFiles } from './check-copies.ts';
import { type CheckedCustody, checkCustody } from './check-custody.ts';
import { checkCustodyScript } from './check-custody-script.ts';
import { checkDerived } from './check-derived.ts';
import { checkFixity, type Fixity } from './check-fixity.ts';
import type { CheckedItem } from './check-item.ts';
import { type CheckedTimestamp, type CheckSignature, checkTimestamp } from './check-timestamp.ts';
import { checkWacz } from './check-wacz.ts';
import { coverBag, filesLeftOut } from './cover-bag.ts';
import { faultAt } from './fault-at.ts';
import type { LockerReport } from './locker-report.ts';
import { type RemadeLocker, remakeLocker } from './remake-locker.ts';
import type { Say } from './report-words.ts';

export interface VerifyOptions {
  /** An answer of a time-stamp authority that is kept beside the bag: then the only one that counts. */
  readonly answer?: Uint8Array;
  readonly checkSignature?: CheckSignature;
  /** The hash of the last custody entry, from a copy that was kept apart from the locker. */
  readonly expectHead?: string;
  /** The words of the case report, which is made again with them. Without it report and README are not compared. */
  readonly say?: Say;
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
 * Verifies a bag from its custody log outward: manifests and counts, the chain, each item against the entries about it,
 * letters and copies, then the files that are made again from all of these, and time stamps. Files are streamed, so that
 * a large bag needs little more memory than its pages. Does not stop at the first issue: all are in one report.
 */
export async function verifyLocker(bag: BagFiles, options: VerifyOptions = {}): Promise<LockerReport> {
  const { progress, expectHead } = options;
  const fixity = await checkFixity(bag, (done, of) => progress?.(done, of, 'files'));
  const { sha256 } = fixity;
  const readable: BagFiles = { ...bag, files: bag.files.filter(({ path }) => sha256.has(path)) };
  const custody = await checkCustody(readable, fixity.custodyHead, sha256.get(CUSTODY_PATH));
  const reported = new Set(
    fixity.issues.flatMap(({ severity, path }) => (severity === 'error' ? path.slice(0, 1) : [])),
  );
  const listed: ListedFiles = { sha256, reported };
  const folders = new Set(bag.files.flatMap(({ path }) => itemOfPath(path) ?? []));
  const isKit = !isForeign(new Set(sha256.keys()));
  const contents = await checkContents(readable, listed, folders, custody, fixity, (done, of) =>
    progress?.(done, of, 'items'),
  );
  const { items, copies } = contents;
  const { issues: ofTitle, made: remade } = await remake(readable, listed, folders, contents, custody, fixity);
  const made = remade
    ? await checkDerived(readable, remade, foldersIn(sha256), listed, fixity.payload, options.say)
    : { issues: [], derived: [], uncovered: [] };
  const wacz = await checkWacz(readable, sha256, reported, remade);
  const timestamp = await checkTimestamp(readable, fixity.manifestSha256, options.answer, options.checkSignature);
  const issues = [
    ...fixity.issues,
    ...custody.issues,
    ...contents.issues,
    ...items.flatMap((item) => item.issues),
    ...copies.issues,
    ...ofTitle,
    ...made.issues,
    ...wacz.issues,
    ...timestamp.issues,
    ...(isKit ? [...checkCustodyScript(sha256), ...filesLeftOut(listed)] : []),
  ];
  const wrong = new Set(issues.flatMap((issue) => (isAtFile(issue) ? issue.path.slice(0, 1) : [])));
  const covered = coverBag(listed, {
    log: custody.entries,
    isChained: custody.isChained,
    items,
    copies: copies.named,
    logged: contents.logged,
    made,
    isWaczMade: wacz.isMade,
    wrong,
  });
  issues.push(...covered.issues);
  const log = { entries: custody.entries.length, head: custody.entries.at(-1)?.hash ?? '-' };
  if (expectHead !== undefined && compareHead(log.head, expectHead) !== 'same')
    issues.push(faultAt(CUSTODY_PATH, 'locker.head-other', { head: log.head, expected: expectHead }));
  const expected = expectHead === undefined ? {} : { expected: expectHead };
  return reportOf(bag, fixity, issues, items, { ...log, ...expected }, timestamp, covered.coverage);
}

/** The locker as it was packed; undefined if a part of it is missing or does not hold. */
async function remake(
  bag: BagFiles,
  { sha256, reported }: ListedFiles,
  folders: ReadonlySet<string>,
  { items, copies, issues }: CheckedContents,
  { entries, isChained }: CheckedCustody,
  { about }: Fixity,
): Promise<RemadeLocker> {
  const parts = items.flatMap((item) => item.remade ?? []);
  const isWhole = parts.length === folders.size && isChained && reported.size === 0;
  const isError = ({ severity }: Issue) => severity === 'error';
  if (!isWhole || [...copies.issues, ...issues].some((issue) => isError(issue) && !isLost(issue)))
    return { issues: [] };
  return remakeLocker(bag, parts, entries, sha256, about);
}

function reportOf(
  bag: BagFiles,
  { sha256, algorithms }: Fixity,
  issues: readonly Issue[],
  items: readonly CheckedItem[],
  custody: LockerReport['custody'],
  { state, time, signer, signature }: CheckedTimestamp,
  coverage: LogCoverage,
): LockerReport {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const wrong = new Set(errors.filter(isAtFile).map(({ path: [path] }) => path));
  const wrongItems = new Set(errors.map(({ params: { item } }) => item));
  return {
    schema: 'locker-report/3',
    consistent: errors.every(({ code }) => isOutside(code)),
    faultless: errors.length === 0,
    foreign: isForeign(new Set(bag.files.map(({ path }) => path))),
    algorithms,
    paths: bag.files.map(({ path }) => {
      const item = itemOfPath(path);
      const named = item === undefined ? {} : { item };
      return { path, ...named, sha256: sha256.get(path) ?? '', holds: !wrong.has(path) };
    }),
    items: items.map(({ folder, item, holds, gaps, records, page }) => {
      return { folder, item, holds: holds && !wrongItems.has(folder), gaps, records, page };
    }),
    custody,
    timestamp: { state, time, signer, signature },
    coverage,
    issues,
  };
}
