import type { Issue } from '#core/kernel/issue.ts';
import type { BagFiles } from '#formats/bagit/bag-files.ts';
import { inOneFolder } from '#formats/bagit/in-one-folder.ts';
import type { ByteSource } from '#formats/zip/byte-source.ts';
import { readZip, type ZipLimits } from '#formats/zip/read-zip.ts';
import { itemOfPath } from './bag-paths.ts';
import { checkCustody } from './check-custody.ts';
import { checkFixity } from './check-fixity.ts';
import { type CheckedItem, checkItem, loggedActs } from './check-item.ts';
import { type CheckedTimestamp, type CheckSignature, checkTimestamp } from './check-timestamp.ts';
import { checkWacz } from './check-wacz.ts';
import { faultAt } from './fault-at.ts';

/** What holds in a locker and what does not, by path and by item. */
export interface LockerReport {
  readonly schema: 'locker-report/1';
  /** True where nothing is wrong; warnings and gaps of records do not count. */
  readonly holds: boolean;
  readonly paths: readonly {
    readonly path: string;
    readonly item?: string;
    readonly sha256: string;
    readonly holds: boolean;
  }[];
  readonly items: readonly Omit<CheckedItem, 'issues'>[];
  readonly custody: { readonly entries: number; readonly head: string };
  readonly timestamp: Omit<CheckedTimestamp, 'issues'>;
  readonly issues: readonly Issue[];
}

export interface VerifyOptions {
  /** An answer of a time-stamp authority that lies beside the bag. */
  readonly answer?: Uint8Array;
  readonly checkSignature?: CheckSignature;
  readonly progress?: (done: number, of: number) => void;
}

/** The report on a zip, or why it was refused before anything in it was unpacked. */
export async function verifyZippedLocker(
  source: ByteSource,
  options: VerifyOptions = {},
  limits?: ZipLimits,
): Promise<
  { readonly ok: true; readonly value: LockerReport } | { readonly ok: false; readonly issues: readonly Issue[] }
> {
  const { issues, files } = await readZip(source, limits);
  const bag = files && inOneFolder(files);
  if (bag) return { ok: true, value: await verifyLocker(bag, options) };
  const noFolder: Issue = { code: 'zip.no-one-folder', severity: 'error', path: [], params: { name: '' } };
  return { ok: false, issues: files ? [noFolder] : issues };
}

/**
 * Verifies a bag: manifests and counts, the custody chain, each item, the WACZ, time stamps. Files pass in parts, so that a
 * large bag needs no more memory than its largest record. Everything that does not hold is reported at once.
 */
export async function verifyLocker(bag: BagFiles, options: VerifyOptions = {}): Promise<LockerReport> {
  const fixity = await checkFixity(bag, options.progress);
  const { sha256 } = fixity;
  const readable: BagFiles = { ...bag, files: bag.files.filter(({ path }) => sha256.has(path)) };
  const custody = await checkCustody(readable, fixity.custodyHead);
  const folders = new Set(bag.files.flatMap(({ path }) => itemOfPath(path) ?? []));
  const items: CheckedItem[] = [];
  const logged = loggedActs(custody.entries);
  for (const folder of folders) items.push(await checkItem(readable, folder, sha256, logged));
  const captured = custody.entries.filter(({ action }) => action === 'page.captured');
  const pages = new Set([...folders].map((folder) => sha256.get(`data/items/${folder}/page.html`)));
  const lost = captured.filter((entry) => !pages.has(entry.sha256));
  const timestamp = await checkTimestamp(readable, fixity.manifestSha256, options.answer, options.checkSignature);
  const issues = [
    ...fixity.issues,
    ...custody.issues,
    ...lost.map(({ seq, reason }) => faultAt('data/custody.jsonl', 'locker.page-lost', { entry: seq, reason })),
    ...items.flatMap((item) => item.issues),
    ...(await checkWacz(readable, sha256)),
    ...timestamp.issues,
  ];
  return reportOf(bag, sha256, issues, items, custody.entries.at(-1)?.hash ?? '-', custody.entries.length, timestamp);
}

function reportOf(
  bag: BagFiles,
  sha256: ReadonlyMap<string, string>,
  issues: readonly Issue[],
  items: readonly CheckedItem[],
  head: string,
  entries: number,
  { state, time, signature }: CheckedTimestamp,
): LockerReport {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const wrong = new Set(errors.map(({ params: { name } }) => name));
  const wrongItems = new Set(errors.map(({ params: { item } }) => item));
  return {
    schema: 'locker-report/1',
    holds: errors.length === 0,
    paths: bag.files.map(({ path }) => {
      const item = itemOfPath(path);
      const named = item === undefined ? {} : { item };
      return { path, ...named, sha256: sha256.get(path) ?? '', holds: !wrong.has(path) };
    }),
    items: items.map(({ folder, item, holds, gaps, records }) => {
      return { folder, item, holds: holds && !wrongItems.has(folder), gaps, records };
    }),
    custody: { entries, head },
    timestamp: { state, time, signature },
    issues,
  };
}
