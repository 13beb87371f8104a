import { describe, digestText, indexText, pagesText, type WaczResource } from '#evidence/locker/codec/write-wacz.ts';
import { type BagFiles, readWhole, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { readWacz } from '#kernel/formats/wacz/read-wacz.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { readZip } from '#kernel/formats/zip/read-zip.ts';
import { textBytes } from '#kernel/formats/zip/text-bytes.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { WACZ_PATH } from './bag-paths.ts';
import { headOf, waczEntry } from './bag-texts.ts';
import { faultAt } from './fault-at.ts';
import type { MadeLocker } from './remake-locker.ts';

/** Maximum size to which a WACZ that is compressed in the bag's zip is unpacked. */
const MAX_UNPACKED = 64 * 1024 ** 2;

/** Result of checking a WACZ. `isMade` is true if index, pages and description were made again and are the same. */
export interface CheckedWacz {
  readonly issues: readonly Issue[];
  readonly isMade: boolean;
}

/**
 * Checks the WACZ of a bag, if it has one: each file against the WACZ's own datapackage, and each capture against the
 * same capture in the bag, unless that one is known to be changed. With a remade locker it needs every capture, and
 * makes index, list of pages and description again: their dates are those of the captures.
 */
export async function checkWacz(
  bag: BagFiles,
  sha256: ReadonlyMap<string, string>,
  changed: ReadonlySet<string | number | undefined>,
  remade?: MadeLocker,
): Promise<CheckedWacz> {
  if (!sha256.has(WACZ_PATH)) return { issues: [], isMade: false };
  const issues = await waczIssues(bag, sha256, changed, remade);
  return { issues, isMade: remade !== undefined && issues.length === 0 };
}

async function waczIssues(
  bag: BagFiles,
  sha256: ReadonlyMap<string, string>,
  changed: ReadonlySet<string | number | undefined>,
  remade: MadeLocker | undefined,
): Promise<Issue[]> {
  const source = await sourceOf(bag);
  if (!source) return [faultAt(WACZ_PATH, 'locker.too-large')];
  try {
    const { issues, files } = await readZip(source);
    if (!files)
      return issues.map(({ code, params }) =>
        faultAt(WACZ_PATH, code, { ...params, name: `${WACZ_PATH}: ${params.name}` }),
      );
    const { faults, sha256: inside } = await readWacz(files);
    const found = [
      ...faults.map(({ file, fault }) => faultAt(WACZ_PATH, `locker.wacz-${fault}`, { file })),
      ...otherCaptures(inside, sha256, changed),
    ];
    if (found.length === 0 && remade && !changed.has(WACZ_PATH)) found.push(...otherTexts(files, inside, remade));
    return firstIssues(found, 'locker.more');
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return [faultAt(WACZ_PATH, 'locker.unreadable-file', { reason: error.message })];
  } finally {
    await source.close?.();
  }
}

async function sourceOf(bag: BagFiles) {
  const source = await bag.source(WACZ_PATH);
  if (source) return source;
  const bytes = await readWhole(bag.read(WACZ_PATH), MAX_UNPACKED);
  return bytes && sourceOfBytes(bytes);
}

function otherCaptures(
  inside: ReadonlyMap<string, string>,
  sha256: ReadonlyMap<string, string>,
  changed: ReadonlySet<string | number | undefined>,
): Issue[] {
  return [...inside].flatMap(([file, hash]) => {
    const [, folder] = /^archive\/(.+)\.warc\.gz$/.exec(file) ?? [];
    if (folder === undefined) return [];
    const beside = `data/items/${folder}/capture.warc.gz`;
    return sha256.get(beside) === hash || changed.has(beside)
      ? []
      : [faultAt(WACZ_PATH, 'locker.wacz-other', { file, item: folder })];
  });
}

/** Files of the WACZ that are not what the captures of the bag and its records make. */
function otherTexts(files: BagFiles, inside: ReadonlyMap<string, string>, { locker, captures }: MadeLocker): Issue[] {
  const issues: Issue[] = [];
  const items = [...locker.items].sort((a, b) => compareCodes(a.folder, b.folder));
  const archives = items.map(({ folder }) => `archive/${folder}.warc.gz`);
  for (const file of archives) if (!inside.has(file)) issues.push(faultAt(WACZ_PATH, 'locker.wacz-missing', { file }));
  if (issues.length > 0) return issues;
  const entries = items.map(waczEntry);
  const index = indexText(entries.map((entry) => [entry, captures.get(entry.name)?.records ?? []]));
  const sizes = new Map(files.files.map(({ path, bytes }) => [path, bytes]));
  const resources = [...archives, INDEX, PAGES].map((path): WaczResource => {
    return { path, sha256: inside.get(path) ?? '', bytes: sizes.get(path) ?? 0 };
  });
  const description = describe(headOf(locker), resources);
  const made: Readonly<Record<string, string>> = {
    [INDEX]: index,
    [PAGES]: pagesText(entries, headOf(locker)),
    [DESCRIPTION]: description,
    [DIGEST]: digestText(description),
  };
  for (const [file, text] of Object.entries(made))
    if (inside.get(file) !== sha256Hex(textBytes(text))) issues.push(faultAt(WACZ_PATH, 'locker.wacz-text', { file }));
  const known = new Set([...archives, ...Object.keys(made)]);
  for (const file of inside.keys())
    if (!known.has(file)) issues.push(faultAt(WACZ_PATH, 'locker.wacz-unlisted', { file }));
  return issues;
}

const INDEX = 'indexes/index.cdxj';
const PAGES = 'pages/pages.jsonl';
const DESCRIPTION = 'datapackage.json';
const DIGEST = 'datapackage-digest.json';
