import type { CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import type { EvidenceRecord } from '#evidence/locker/model/evidence-item.ts';
import { adsWithFinding, besideRecord, type RecordGap, recordGaps } from '#evidence/locker/model/record-gaps.ts';
import { packageSha256 } from '#evidence/locker/model/record-of.ts';
import { EvidenceRecordSchema } from '#evidence/locker/model/schemas.ts';
import { type BagFiles, readWhole, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { type ReadRecord, readWarc, UnreadableWarcError } from '#kernel/formats/warc/read-warc.ts';
import { bytesText } from '#kernel/formats/zip/text-bytes.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { faultAt } from './fault-at.ts';
import { readJson } from './read-json.ts';

/** Result of checking one item of a bag. */
export interface CheckedItem {
  readonly folder: string;
  /** The id from its record; the name of its folder if there is no record. */
  readonly item: string;
  readonly holds: boolean;
  /** Gaps of the record. A gap is no fault of the bag: the trainee left something out. */
  readonly gaps: readonly RecordGap[];
  /** Number of records in its WARC that were read to the end. */
  readonly records: number;
  readonly issues: readonly Issue[];
}

/** Indexes of the custody log that the checks of items need. */
export interface LoggedActs {
  /** Hashes of pages at their capture. */
  readonly captured: ReadonlySet<string>;
  /** Canonical JSON of each entry, by hash. */
  readonly texts: ReadonlyMap<string, string>;
  readonly reasons: ReadonlySet<string>;
  /** Ads for which the log says how they were found. */
  readonly found: ReadonlySet<string>;
}

/** Builds the indexes once for all items. */
export function loggedActs(custody: readonly CustodyEntry[]): LoggedActs {
  return {
    captured: new Set(custody.flatMap(({ action, sha256 }) => (action === 'page.captured' ? [sha256] : []))),
    texts: new Map(custody.map((entry) => [entry.hash, textOf(entry)])),
    reasons: new Set(custody.map(({ reason }) => reason)),
    found: adsWithFinding(custody),
  };
}

/**
 * Checks one item: the record against its schema, the files against the record, the WARC against its own digests, each
 * redirect in the record against the answers in the WARC, and the page against the WARC and against the hash that was
 * logged at capture. `reported` are the paths that the manifests have already shown to be missing or damaged.
 */
export async function checkItem(
  bag: BagFiles,
  folder: string,
  sha256: ReadonlyMap<string, string>,
  custody: LoggedActs,
  reported: ReadonlySet<string | number | undefined>,
): Promise<CheckedItem> {
  const place = (file: string) => `data/items/${folder}/${file}`;
  const issues: Issue[] = [];
  const fault = (file: string, code: string, params: Issue['params'] = {}) =>
    issues.push(faultAt(place(file), code, params));
  const record = await readRecord(bag, place('record.json'), sha256, issues);
  const { records, responses } = await checkWarc(bag, place('capture.warc.gz'), sha256, issues);
  const response = responses.findLast(({ url }) => url === record?.finalUrl) ?? responses.at(-1);
  const page = sha256.get(place('page.html'));
  if (page !== undefined && response && response.payloadSha256 !== page) fault('page.html', 'locker.page-not-captured');
  if (page !== undefined && !custody.captured.has(page)) fault('page.html', 'locker.page-not-logged');
  if (record) {
    if (record.itemId !== folder && !isRenamed(record, folder, custody))
      fault('record.json', 'locker.record-name', { named: record.itemId });
    const answered = new Set(responses.map(({ url }) => url));
    for (const url of responses.length > 0 ? record.redirects : [])
      if (!answered.has(url))
        issues.push(faultAt(place('capture.warc.gz'), 'locker.redirect-not-captured', { url }, 'warning'));
    if (record.packageSha256 !== packageSha256(record.files)) fault('record.json', 'locker.package-hash');
    for (const { path, sha256: written } of record.files) {
      const found = sha256.get(path);
      if (found === undefined && !reported.has(path)) fault('record.json', 'locker.record-unread', { file: path });
      else if (found !== undefined && found !== written)
        issues.push(faultAt(path, 'locker.record-file', { item: folder }));
    }
    if (record.custody.some((entry) => custody.texts.get(entry.hash) !== textOf(entry)))
      fault('record.json', 'locker.record-custody');
  }
  return {
    folder,
    item: record?.itemId ?? folder,
    holds: issues.every(({ severity }) => severity !== 'error'),
    gaps: record
      ? recordGaps(
          record,
          response?.date ?? record.capturedAtUtc,
          await besideIn(bag, place('page.html'), page, record, custody.found),
        )
      : [],
    records,
    issues,
  };
}

/** Maximum size of a page that is parsed for its content. Pages of ads have a few thousand bytes. */
const MAX_PAGE_BYTES = 16 * 1024 ** 2;

/** Evidence besides a record. A page that is missing, too large or no text counts as showing nothing. */
async function besideIn(
  bag: BagFiles,
  path: string,
  sha256: string | undefined,
  record: EvidenceRecord,
  found: ReadonlySet<string>,
) {
  const bytes = sha256 === undefined ? undefined : await readWhole(bag.read(path), MAX_PAGE_BYTES);
  const isText = bytes !== undefined && bytesText(bytes) !== undefined;
  return besideRecord({ facts: record, body: isText ? bytes : new Uint8Array() }, record.custody, found);
}

/** True if the log says that the item was renamed to `folder`. */
const isRenamed = ({ itemId }: EvidenceRecord, folder: string, { reasons }: LoggedActs) =>
  reasons.has(`${itemId} is now ${folder}`);

const textOf = (entry: CustodyEntry) => canonicalJson(entry as unknown as Json);

async function readRecord(
  bag: BagFiles,
  path: string,
  sha256: ReadonlyMap<string, string>,
  issues: Issue[],
): Promise<EvidenceRecord | undefined> {
  if (!sha256.has(path)) {
    issues.push(faultAt(path, 'locker.no-record'));
    return undefined;
  }
  const parsed = EvidenceRecordSchema.safeParse(await readJson(bag, path));
  if (parsed.success) return parsed.data as EvidenceRecord;
  const fields = parsed.error.issues.map(({ path: field }) =>
    faultAt(path, 'locker.record-field', { field: field.join('.') || 'record' }),
  );
  issues.push(...firstIssues(fields, 'locker.more'));
  return undefined;
}

async function checkWarc(bag: BagFiles, path: string, sha256: ReadonlyMap<string, string>, issues: Issue[]) {
  if (!sha256.has(path)) {
    issues.push(faultAt(path, 'locker.no-capture'));
    return { records: 0, responses: [] };
  }
  const types = new Set<string>();
  const responses: ReadRecord[] = [];
  let records = 0;
  try {
    for await (const record of readWarc(bag.read(path))) {
      records += 1;
      types.add(record.type);
      if (record.type === 'response') responses.push(record);
      for (const digest of record.broken)
        issues.push(faultAt(path, 'locker.warc-digest', { record: record.number, digest }));
      if (!record.digested) issues.push(faultAt(path, 'locker.warc-undigested', { record: record.number }, 'warning'));
    }
    for (const needed of ['request', 'response'])
      if (!types.has(needed)) issues.push(faultAt(path, 'locker.warc-pair', { needed }));
  } catch (error) {
    if (error instanceof UnreadableWarcError)
      issues.push(faultAt(path, 'locker.warc-unreadable', { record: error.record, reason: error.message }));
    else if (error instanceof UnreadableFileError)
      issues.push(faultAt(path, 'locker.unreadable-file', { reason: error.message }));
    else throw error;
  }
  return { records, responses };
}
