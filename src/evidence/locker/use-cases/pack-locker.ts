import { type WarcMember, writeCapture } from '#evidence/locker/codec/write-capture.ts';
import { type FiledItem, writeCaseUco } from '#evidence/locker/codec/write-case-uco.ts';
import { type WaczCapture, writeWacz } from '#evidence/locker/codec/write-wacz.ts';
import type { CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import type { EvidenceItem, KeptFile } from '#evidence/locker/model/evidence-item.ts';
import { custodyByName, type Locker } from '#evidence/locker/model/locker.ts';
import { recordOf, writeRecord } from '#evidence/locker/model/record-of.ts';
import { CUSTODY_SCRIPT } from '#kernel/formats/bagit/custody-script.ts';
import { writeBag } from '#kernel/formats/bagit/write-bag.ts';
import { writeTimestampQuery } from '#kernel/formats/timestamp/write-query.ts';
import { textBytes } from '#kernel/formats/zip/text-bytes.ts';
import { type OutgoingFile, writeZip } from '#kernel/formats/zip/write-zip.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { drawPage } from '#market/ads/codec/draw-page.ts';
import { CUSTODY_SCRIPT_PATH, QUERY_PATH } from './bag-paths.ts';
import { foldersOf, headOf, infoOf, readmeOf, waczEntry } from './bag-texts.ts';
import { looseFiles } from './loose-files.ts';
import type { Say } from './report-words.ts';
import { writeReport } from './write-report.ts';

/** Called after each item with the number of written items and the total. */
export type Progress = (done: number, of: number) => void;

export interface PackOptions {
  /** Eight random bytes for the time-stamp request. */
  readonly nonce: Uint8Array;
  readonly progress?: Progress;
}

/**
 * Packs a locker as one zip with one BagIt bag, streamed in parts, so that neither a page nor a worker holds it whole.
 * The same locker and nonce give the same bytes in Node and in a browser.
 */
export async function* packLocker(locker: Locker, say: Say, options: PackOptions): AsyncGenerator<Uint8Array> {
  yield* writeZip(insideFolder(locker.id, bagFiles(locker, say, options)));
}

async function* insideFolder(folder: string, files: AsyncIterable<OutgoingFile>): AsyncGenerator<OutgoingFile> {
  for await (const file of files) yield { ...file, path: `${folder}/${file.path}` };
}

/** The files of the bag in order: the payload by name, then the tag files. */
export function bagFiles(locker: Locker, say: Say, { nonce, progress }: PackOptions): AsyncGenerator<OutgoingFile> {
  return writeBag(payloadOf(locker, say, progress), infoOf(locker), (manifest) => [
    textFile('README.txt', readmeOf(locker, foldersOf(locker), say)),
    { path: QUERY_PATH, chunks: [writeTimestampQuery(manifest, nonce)] },
    textFile(CUSTODY_SCRIPT_PATH, CUSTODY_SCRIPT),
  ]);
}

const textFile = (path: string, text: string): OutgoingFile => ({ path, chunks: [textBytes(text)] });

/**
 * Payload files sorted by name. In this order each file comes after the ones that it needs: items before the files that
 * list their hashes. After an item is written, only its hashes and its compressed capture stay in memory.
 */
async function* payloadOf(locker: Locker, say: Say, progress?: Progress): AsyncGenerator<OutgoingFile> {
  const items = [...locker.items].sort((a, b) => compareCodes(a.folder, b.folder));
  const filed: FiledItem[] = [];
  const custody = custodyByName(locker.custody);
  const captures = cacheCaptures(locker);
  const loose = looseFiles(locker);
  for (const { path, text } of loose) yield textFile(path.slice('data/'.length), text);
  yield { path: 'custody.jsonl', chunks: linesOf(locker.custody) };
  for (const [n, item] of items.entries()) {
    const capture = await captures.make(item);
    const files = filesOf(item, capture).map((file) => ({ ...file, sha256: sha256Hex(file.bytes) }));
    const kept = files.map(({ path, sha256, bytes, mime }): KeptFile => {
      return { path: `data/${path}`, sha256, bytes: bytes.length, mime };
    });
    filed.push({ item: slim(item), files: kept });
    const record = textBytes(writeRecord(recordOf(locker.marketId, item, kept, custody.get(item.facts.itemId) ?? [])));
    const recorded = { path: `items/${item.folder}/record.json`, bytes: record, sha256: sha256Hex(record) };
    for (const { path, bytes, sha256 } of [...files, recorded].sort((a, b) => compareCodes(a.path, b.path)))
      yield { path, chunks: [bytes], stored: path.endsWith('.gz'), sha256 };
    progress?.(n + 1, items.length);
  }
  for (const { name, text } of locker.letters) yield textFile(`letters/${name}`, text);
  yield { path: 'locker.wacz', chunks: writeWacz(waczCaptures(items, captures.again), headOf(locker)), stored: true };
  yield { path: 'report.html', chunks: writeReport(locker, filed, say) };
  yield { path: 'uco/case.jsonld', chunks: writeCaseUco(locker, filed, loose) };
}

interface Capture {
  readonly members: readonly WarcMember[];
  readonly picture: Uint8Array;
}

async function captureOf(locker: Locker, item: EvidenceItem): Promise<Capture> {
  const { finalUrl: url, httpStatus: status, itemId } = item.facts;
  const served = { url, status: status as 200, body: item.body };
  const picture = textBytes(drawPage(served, { notice: locker.notice, marketId: locker.marketId, itemId }));
  return { picture, members: await writeCapture(locker, item, picture) };
}

function filesOf({ folder, body, surroundings }: EvidenceItem, { members, picture }: Capture) {
  return [
    ...surroundings.map(({ name, mime, text }) => {
      return { path: `items/${folder}/around/${name}`, mime, bytes: textBytes(text) };
    }),
    { path: `items/${folder}/capture.warc.gz`, mime: 'application/warc', bytes: joined(members) },
    { path: `items/${folder}/page.html`, mime: 'text/html', bytes: body },
    { path: `items/${folder}/visual.svg`, mime: 'image/svg+xml', bytes: picture },
  ];
}

/** Maximum total bytes of compressed captures that stay in memory. */
const MAX_CACHED_BYTES = 32 * 1024 ** 2;

/** Cache of captures up to `MAX_CACHED_BYTES`. A capture that is not cached is made again when needed. */
function cacheCaptures(locker: Locker) {
  const kept = new Map<EvidenceItem, readonly WarcMember[]>();
  let bytes = 0;
  return {
    async make(item: EvidenceItem): Promise<Capture> {
      const capture = await captureOf(locker, item);
      bytes += capture.members.reduce((sum, member) => sum + member.bytes.length, 0);
      if (bytes <= MAX_CACHED_BYTES) kept.set(item, capture.members);
      return capture;
    },
    again: async (item: EvidenceItem) => kept.get(item) ?? (await captureOf(locker, item)).members,
  };
}

async function* waczCaptures(
  items: readonly EvidenceItem[],
  membersOf: (item: EvidenceItem) => Promise<readonly WarcMember[]>,
): AsyncGenerator<WaczCapture> {
  for (const item of items) {
    const members = await membersOf(item);
    yield { ...waczEntry(item), members };
  }
}

/** The item without its body, which has been written and would only take memory. */
const slim = ({ facts, folder, loggedSha256, redirects, servedAt }: EvidenceItem): FiledItem['item'] => ({
  facts,
  folder,
  loggedSha256,
  redirects,
  servedAt,
});

function* linesOf(custody: readonly CustodyEntry[]): Generator<Uint8Array> {
  for (const entry of custody) yield textBytes(`${canonicalJson(entry as unknown as Json)}\n`);
}

function joined(members: readonly WarcMember[]): Uint8Array {
  const whole = new Uint8Array(members.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of members) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}
