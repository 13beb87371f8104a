import type { EvidenceItem, EvidenceRecord } from '#evidence/locker/model/evidence-item.ts';
import type { LoggedFact, UnloggedFact } from '#evidence/locker/model/log-coverage.ts';
import { besideRecord, type RecordGap, recordGaps } from '#evidence/locker/model/record-gaps.ts';
import { packageSha256, writeRecord } from '#evidence/locker/model/record-of.ts';
import type { SaidOfItem } from '#evidence/locker/model/said-by-log.ts';
import { EvidenceRecordSchema } from '#evidence/locker/model/schemas.ts';
import { shownFacts } from '#evidence/locker/model/shown-facts.ts';
import type { PageStanding } from '#evidence/locker/model/verified-locker.ts';
import { type BagFiles, readWhole } from '#kernel/formats/bagit/bag-files.ts';
import { bytesText } from '#kernel/formats/zip/text-bytes.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { drawPage } from '#market/ads/codec/draw-page.ts';
import { checkCapture, type FoundCapture } from './check-capture.ts';
import type { ListedFiles } from './check-copies.ts';
import { compareListed } from './check-listed-files.ts';
import { compareRecord } from './check-record.ts';
import { checkWarc } from './check-warc.ts';
import { faultAt } from './fault-at.ts';
import type { ItemContext, ReadRecordFile } from './item-context.ts';
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
  readonly page: PageStanding;
  readonly issues: readonly Issue[];
  /** The page, if it has the hash of its own entry. */
  readonly named: readonly string[];
  /** What was compared with the log besides the hash of the page; undefined if nothing could be. */
  readonly compared?: ComparedItem;
  /** The item as it was packed, for making other files again; undefined if a part of it does not hold. */
  readonly remade?: RemadeItem;
}

interface ComparedItem {
  /** Record and capture, if each fact of them fits the log, the page and the other. */
  readonly reconciled: readonly string[];
  /** Files that were made again and are the same. */
  readonly derived: readonly string[];
  readonly facts: readonly LoggedFact[];
  readonly unlogged: readonly UnloggedFact[];
}

export interface RemadeItem {
  readonly record: EvidenceRecord;
  readonly item: EvidenceItem;
  readonly capture: FoundCapture;
  /** Number of the entry of its capture. */
  readonly captured: number;
}

/** Maximum size of a page that is parsed for its content. Pages of ads have a few thousand bytes. */
const MAX_PAGE_BYTES = 16 * 1024 ** 2;
/** Maximum size of a capture that is read in the strict form. */
const MAX_CAPTURE_BYTES = 32 * 1024 ** 2;

const placeIn = (folder: string) => (file: string) => `data/items/${folder}/${file}`;

/**
 * Checks one item, from the log outward: the page against the hash that the log has of this very item, then the record
 * and the capture field by field against the log, the page and each other, then the list of files, and the picture,
 * which is drawn again.
 */
export async function checkItem(folder: string, context: ItemContext): Promise<CheckedItem> {
  const { bag, sha256, said, reported, record: read } = context;
  const place = placeIn(folder);
  const { record } = read;
  const issues: Issue[] = [...read.issues];
  const { records, responses, issues: ofWarc } = await checkWarc(bag, place('capture.warc.gz'), sha256);
  issues.push(...ofWarc);
  const response = responses.findLast(({ url }) => url === record?.finalUrl) ?? responses.at(-1);
  const page = sha256.get(place('page.html'));
  const body = page === undefined ? undefined : await readWhole(bag.read(place('page.html')), MAX_PAGE_BYTES);
  for (const file of ['page.html', 'visual.svg'])
    if (!sha256.has(place(file)) && !reported.has(place(file)))
      issues.push(faultAt(place(file), 'locker.file-left-out'));
  if (page !== undefined && response && response.payloadSha256 !== page)
    issues.push(faultAt(place('page.html'), 'locker.page-not-captured'));
  const named = page === undefined ? [] : comparePage(place('page.html'), page, said, issues);
  if (record) {
    const answered = new Set(responses.map(({ url }) => url));
    for (const url of responses.length > 0 ? record.redirects : [])
      if (!answered.has(url))
        issues.push(faultAt(place('capture.warc.gz'), 'locker.redirect-not-captured', { url }, 'warning'));
    compareFiles(folder, record, context, issues);
  }
  const isDamaged = [...sha256.keys(), ...reported].some(
    (path) => String(path).startsWith(place('')) && reported.has(path),
  );
  const isRead =
    record && said && context.isChained && !isDamaged && ofWarc.every(({ severity }) => severity !== 'error');
  const compared = isRead && (await compareWithLog(folder, record, said, body, named, context, issues));
  return {
    folder,
    item: record?.itemId ?? folder,
    holds: issues.every(({ severity }) => severity !== 'error'),
    gaps: record
      ? recordGaps(record, response?.date ?? record.capturedAtUtc, besideIn(record, body, context.found))
      : [],
    records,
    page: named.length > 0 ? 'logged' : page === undefined ? 'missing' : 'other',
    issues,
    named,
    ...compared,
  };
}

/** Compares the page with every entry that names a hash of it; returns the page if it has that of its capture. */
function comparePage(path: string, page: string, said: SaidOfItem | undefined, issues: Issue[]): string[] {
  const logged = said?.capture;
  if (logged?.sha256 !== page) {
    issues.push(faultAt(path, 'locker.page-not-logged', logged ? { entry: logged.seq } : {}));
    return [];
  }
  for (const { seq, action, sha256 } of said?.named ?? [])
    if (sha256 !== page) issues.push(faultAt(path, 'locker.entry-hash', { entry: seq, action }));
  if (said && said.captures > 1) issues.push(faultAt(path, 'locker.captured-twice', { named: said.item }));
  return [path];
}

/** Compares the list of files and the entries in a record with the bag and the log. */
function compareFiles(folder: string, record: EvidenceRecord, context: ItemContext, issues: Issue[]): void {
  const { sha256, reported, custodyOf } = context;
  const at = placeIn(folder)('record.json');
  const fault = (code: string, params: Issue['params'] = {}) => issues.push(faultAt(at, code, params));
  if (record.packageSha256 !== packageSha256(record.files)) fault('locker.package-hash');
  if (record.timestampToken !== undefined)
    issues.push(faultAt(at, 'locker.record-token', { file: record.timestampToken }, 'warning'));
  for (const { path, sha256: written } of record.files) {
    const found = sha256.get(path);
    if (found === undefined && !reported.has(path)) fault('locker.record-unread', { file: path });
    else if (found !== undefined && found !== written)
      issues.push(faultAt(path, 'locker.record-file', { item: folder }));
  }
  if (canonicalJson(record.custody.map(asJson)) !== canonicalJson(custodyOf(record.itemId).map(asJson)))
    fault('locker.record-custody');
}

async function compareWithLog(
  folder: string,
  record: EvidenceRecord,
  said: SaidOfItem,
  body: Uint8Array | undefined,
  named: readonly string[],
  context: ItemContext,
  issues: Issue[],
): Promise<Pick<CheckedItem, 'compared' | 'remade'>> {
  const { bag, sha256, bagName, looks } = context;
  const place = placeIn(folder);
  const bytes = await readWhole(bag.read(place('capture.warc.gz')), MAX_CAPTURE_BYTES);
  const { utc, seq } = said.capture;
  const path = place('capture.warc.gz');
  const { issues: ofCapture, found } = bytes
    ? checkCapture({ path, bytes, bagName, folder, record, logged: { utc, seq } })
    : { issues: [faultAt(path, 'locker.too-large')] };
  const page = named.length > 0 && body ? shownFacts(body) : undefined;
  const ofRecord = compareRecord(place('record.json'), record, said, page);
  issues.push(...ofRecord.issues, ...ofCapture);
  const ofFiles = compareListed(folder, record, context);
  issues.push(...ofFiles);
  const picture = sha256.get(place('visual.svg'));
  const derived: string[] = [];
  if (found && body && picture !== undefined) {
    if (picture === pictureOf(record, body, found.notice) && picture === found.pictureSha256)
      derived.push(place('visual.svg'));
    else issues.push(faultAt(place('visual.svg'), 'locker.picture-other'));
  }
  // A picture that the log names by its hash shows address, status and notice.
  const isSeen = picture !== undefined && derived.length > 0 && looks.has(picture);
  const isWhole = named.length > 0 && issues.every(({ severity }) => severity !== 'error');
  const reconciled = isWhole ? [place('record.json'), place('capture.warc.gz')] : [];
  const seen = isSeen ? (['status', 'address'] as const) : [];
  const unlogged = [...ofRecord.unlogged, ...(isSeen ? [] : (['address'] as const))];
  const facts = isWhole ? [...new Set([...ofRecord.compared, ...seen])] : [];
  return {
    compared: {
      reconciled,
      derived: isWhole ? derived : [],
      facts,
      unlogged: unlogged.filter((fact) => fact !== 'status' || !isSeen),
    },
    ...(isWhole &&
      found &&
      body && { remade: { record, capture: found, captured: seq, item: itemOf(folder, record, said, found, body) } }),
  };
}

const pictureOf = (
  { finalUrl: url, httpStatus, marketId, itemId }: EvidenceRecord,
  body: Uint8Array,
  notice: string,
) =>
  bytesText(body) === undefined
    ? undefined
    : sha256Hex(drawPage({ url, status: httpStatus as 200, body }, { notice, marketId, itemId }));

function itemOf(
  folder: string,
  record: EvidenceRecord,
  said: SaidOfItem,
  { redirects }: FoundCapture,
  body: Uint8Array,
): EvidenceItem {
  const { schema, synthetic, marketId, files, packageSha256: _, custody, timestampToken, ...facts } = record;
  const { utc: servedAt, sha256: loggedSha256 } = said.capture;
  return { folder, facts, servedAt, loggedSha256, request: { headers: {} }, redirects, body, surroundings: [] };
}

/** Evidence besides a record. A page that is missing, too large or no text counts as showing nothing. */
function besideIn(record: EvidenceRecord, body: Uint8Array | undefined, found: ReadonlySet<string>) {
  const isText = body !== undefined && bytesText(body) !== undefined;
  return besideRecord({ facts: record, body: isText ? body : new Uint8Array() }, record.custody, found);
}

/** Reads the record of an item. It has to be the canonical text of what it says, so that no key stands twice in it. */
export async function readRecord(
  bag: BagFiles,
  folder: string,
  { sha256, reported }: ListedFiles,
): Promise<ReadRecordFile> {
  const path = placeIn(folder)('record.json');
  if (!sha256.has(path)) return { issues: [faultAt(path, 'locker.no-record')] };
  const parsed = EvidenceRecordSchema.safeParse(await readJson(bag, path));
  if (parsed.success) {
    const record = parsed.data as EvidenceRecord;
    const isCanonical = reported.has(path) || sha256.get(path) === sha256Hex(writeRecord(record));
    return { record, issues: isCanonical ? [] : [faultAt(path, 'locker.record-bytes')] };
  }
  const fields = parsed.error.issues.map(({ path: field }) =>
    faultAt(path, 'locker.record-field', { field: field.join('.') || 'record' }),
  );
  return { issues: firstIssues(fields, 'locker.more') };
}
