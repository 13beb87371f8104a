import type { NewHash } from '#kernel/model/running-hash.ts';
import type { FileKind } from '#market/documents/model/shared-schemas.ts';
import { createFileList, type FilePart } from '#market/documents/use-cases/file-list.ts';
import {
  ADS_PER_FILE,
  ADS_PER_PART,
  closingParts,
  KINDS_BY_AD,
  type KindByAd,
  type LinesByAd,
  SECRET,
  writeLines,
} from '#market/documents/use-cases/market-files.ts';
import { createTableFiles, type TableFormat } from '#market/documents/use-cases/table-files.ts';
import type { RealismRow } from '#market/posts/model/genre-schemas.ts';
import type { ReadChunks, Share } from './a-share.ts';
import { adOfLine } from './ad-of-line.ts';
import { linesOfChunks } from './lines-of-chunks.ts';
import { type LineOfAd, mergeByAd } from './merge-by-ad.ts';

/** Lines about actors and links that are written at once. */
const LINES_PER_PART = 1_000;

export interface JoinOptions {
  /** Formats of flat tables with the same rows. */
  readonly formats?: Iterable<TableFormat>;
  readonly adsPerFile?: number;
  /** How posts of the setting look beside figures of real ads, for the datasheet. */
  readonly realism?: readonly RealismRow[];
  /** Faster SHA-256, where there is one. */
  readonly newHash?: NewHash;
}

/**
 * Joins shares that were checked (`check-manifests.ts`, `check-lines.ts`) into the files of the whole market, with the
 * bytes that one machine would have written. In memory are a chunk of each share and the lines of one part.
 */
export function* joinShares(
  shares: readonly Share[],
  read: ReadChunks,
  { formats, adsPerFile = ADS_PER_FILE, newHash, realism = [] }: JoinOptions = {},
): Generator<FilePart> {
  const inOrder = shares.toSorted((a, b) => a.manifest.districts.first - b.manifest.districts.first);
  const [first] = inOrder;
  if (!first) return;
  const { ads } = first.manifest;
  const list = createFileList(newHash);
  const tables = createTableFiles(new Set(formats), list);
  for (const kind of KINDS_BY_AD) {
    const sources = inOrder.map((share) => linesOf(share, kind, read));
    for (const { from, to, lines } of mergeByAd(sources, ads, Math.min(ADS_PER_PART, adsPerFile))) {
      const written = { content: joined(lines), count: lines.length, rows: () => lines.map(parsed) };
      yield* writeLines({ [kind]: written } as Partial<LinesByAd>, { from, to, ads, adsPerFile }, list, tables);
    }
  }
  for (const kind of ['links', 'actors'] as const)
    for (const share of inOrder)
      for (const file of filesOf(share, kind))
        for (const lines of inParts(linesOfChunks(read(share, file))))
          yield list.part(SECRET, file.slice(SECRET.length + 1), kind, joined(lines), lines.length, ads);
  yield* closingParts({ market: first.market, truth: first.truth, list, ads, realism });
}

const decoder = new TextDecoder();
const parsed = (line: Uint8Array): unknown => JSON.parse(decoder.decode(line));

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
