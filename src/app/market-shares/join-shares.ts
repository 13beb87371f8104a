import { createFileList, type FilePart } from '#app/market/file-list.ts';
import { ADS_PER_FILE, closingParts, fileNumber, folderOf } from '#app/market/market-files.ts';
import type { FileKind } from '#core/market/documents/shared-fields.ts';
import type { ReadChunks, Share } from './a-share.ts';
import { adOfLine, KINDS_BY_AD, type KindByAd } from './ad-of-line.ts';
import { linesOfChunks } from './lines-of-chunks.ts';
import { type LineOfAd, mergeByAd } from './merge-by-ad.ts';

/** Lines about actors and links that are written at once. */
const LINES_PER_PART = 1_000;

/**
 * Joins shares that were checked (`check-manifests.ts`, `check-lines.ts`) into the files of the whole market, with the
 * bytes that one machine would have written. In memory are a chunk of each share and the lines of one file.
 */
export function* joinShares(
  shares: readonly Share[],
  read: ReadChunks,
  adsPerFile = ADS_PER_FILE,
): Generator<FilePart> {
  const inOrder = shares.toSorted((a, b) => a.manifest.districts.first - b.manifest.districts.first);
  const [first] = inOrder;
  if (!first) return;
  const size = first.manifest.ads;
  const list = createFileList();
  for (const kind of KINDS_BY_AD) {
    const sources = inOrder.map((share) => linesOf(share, kind, read));
    for (const { from, lines } of mergeByAd(sources, size, adsPerFile)) {
      const path = `${kind}-${fileNumber(from, size, adsPerFile)}.ndjson`;
      const to = Math.min(from + adsPerFile, size);
      yield list.part(folderOf(kind), path, kind, joined(lines), lines.length, to);
    }
  }
  for (const kind of ['links', 'actors'] as const)
    for (const share of inOrder)
      for (const file of filesOf(share, kind))
        for (const lines of inParts(linesOfChunks(read(share, file))))
          yield list.part('secret', file.slice('secret/'.length), kind, joined(lines), lines.length, size);
  yield* closingParts({ market: first.market, truth: first.truth, list, ads: size });
}

const filesOf = ({ manifest }: Share, kind: FileKind) =>
  manifest.files.filter((file) => file.kind === kind).map(({ path }) => path);

function* linesOf(share: Share, kind: KindByAd, read: ReadChunks): Generator<LineOfAd> {
  const indexOf = adOfLine(kind, share.manifest.ads);
  for (const file of filesOf(share, kind))
    for (const line of linesOfChunks(read(share, file))) yield { index: indexOf(line), line };
}

function* inParts(lines: Iterable<Uint8Array>): Generator<readonly Uint8Array[]> {
  let part: Uint8Array[] = [];
  for (const line of lines) {
    part.push(line);
    if (part.length < LINES_PER_PART) continue;
    yield part;
    part = [];
  }
  // An empty file is written too.
  yield part;
}

function joined(lines: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(lines.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const line of lines) {
    all.set(line, at);
    at += line.length;
  }
  return all;
}
