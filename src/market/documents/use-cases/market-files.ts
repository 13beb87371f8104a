import type { NewHash } from '#kernel/model/running-hash.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import { LICENCE, MARKET_SCHEMA, type MarketHeader, TRUTH_SCHEMA } from '#market/documents/model/header-schemas.ts';
import { documentJsonSchemas } from '#market/documents/model/json-schemas.ts';
import type { FileEntry, FileKind } from '#market/documents/model/shared-schemas.ts';
import type { TableLines } from '#market/documents/model/tables.ts';
import { actorLine, adLine, linkLine, recordsLine, truthLine } from '#market/documents/model/to-lines.ts';
import { SHARE_FILE, shareManifest } from '#market/documents/use-cases/share-manifest.ts';
import { adId } from '#market/generator/model/ad-ids.ts';
import { type DrawPart, drawMarket } from '#market/generator/model/draw-market.ts';
import type { DrawnMarket, MarketOrder } from '#market/generator/model/drawn-market.ts';
import { actorsOf, marketHeader, promisesOf, truthHeader } from '#market/generator/model/generate-market.ts';
import { type LinkGroup, linkGroups } from '#market/generator/model/link-edges.ts';
import { recordsAt } from '#market/generator/model/records-at.ts';
import { type Sharers, sharersIn, truthAt } from '#market/generator/model/truth-at.ts';
import type { RealismRow } from '#market/posts/model/genre-schemas.ts';
import { ABOUT_FILES, LICENCE_TEXT } from './about-files.ts';
import { croissantOf } from './croissant.ts';
import { datasheetOf } from './datasheet.ts';
import { createFileList, type FileList, type FilePart } from './file-list.ts';
import { createTableFiles, type TableFiles, type TableFormat } from './table-files.ts';

/** Folder of the files that are handed out, and of those that are kept until scoring. */
export const PUBLIC = 'public';
export const SECRET = 'secret';

/** Folder of the JSON Schemas of both halves. */
const SCHEMAS = `${PUBLIC}/schemas`;

/** Maximum number of ads in one file; a larger market has several files of each kind, numbered from 000. */
export const ADS_PER_FILE = 10_000;

/** Ads that are written at once: only their lines are in memory. */
export const ADS_PER_PART = 1_000;

/** A document about a market that is written with its files, such as the log of a test of platforms. */
export interface DocumentBeside {
  readonly folder: typeof PUBLIC | typeof SECRET;
  readonly path: string;
  readonly kind: FileKind;
  readonly rows: number;
  readonly text: string;
  /** JSON Schema of the document. */
  readonly schema: object;
}

/** What of a market is written. Other numbers than the usual ones are for tests alone. */
export interface FilesPart extends DrawPart {
  readonly adsPerFile?: number;
}

/** What of a market is written, and what beside its lines. */
export interface FilesWanted {
  /** The whole market by default. */
  readonly part?: FilesPart;
  /** Formats of flat tables with the same rows. */
  readonly formats?: Iterable<TableFormat>;
  readonly beside?: readonly DocumentBeside[];
  /** True where the public half has no line for a withheld card; the truth still names the card. */
  readonly leavesOutCards?: boolean;
  /** How posts of the setting look beside figures of real ads, for the datasheet. */
  readonly realism?: readonly RealismRow[];
  /** Faster SHA-256, where there is one. */
  readonly newHash?: NewHash;
}

/**
 * Writes the files of a market part by part, in one shape at every size. Files to be handed out and files to be kept are
 * in separate folders, so that the user does not have to sort them; the JSON Schemas of both are public. Only the columns
 * of the market, who shares what and the current part are in memory. The headers come after the data, because they name
 * every data file with its hash; what tells about the market comes last. A range of districts is written like a market,
 * with the headers of its own files, and with a manifest in place of what tells about the market: shares can be joined
 * (`join-shares.ts`).
 */
export function* marketFiles(
  order: MarketOrder,
  { formats, beside = [], part = {}, newHash, realism = [], leavesOutCards = false }: FilesWanted = {},
): Generator<FilePart> {
  const { adsPerFile = ADS_PER_FILE, districts, districtAds } = part;
  const drawn = drawMarket(order, part);
  const list = createFileList(newHash);
  const tables = createTableFiles(new Set(formats), list);
  const sharers = sharersIn(drawn, range(0, drawn.count));
  const step = Math.min(ADS_PER_PART, adsPerFile);
  for (let from = 0; from < drawn.count; from += step) {
    const to = Math.min(from + step, drawn.count);
    const about = linesAbout(drawn, { from, to, leavesOutCards }, sharers);
    yield* writeLines(about, { from, to, ads: drawn.count, adsPerFile }, list, tables);
  }
  const groups = yield* actorsAndLinks(drawn, sharers, list, adsPerFile);
  for (const { folder, path, kind, text, rows, schema } of beside) {
    yield list.part(folder, path, kind, text, rows, drawn.count);
    yield whole(`${SCHEMAS}/${path.replace('.json', '.schema.json')}`, pretty(schema), drawn.count);
  }
  const [market, truth] = [publicHeader(drawn), secretHeader(drawn, groups)];
  const header = yield* headers({ market, truth, list, ads: drawn.count });
  if (!districts) return yield* aboutFiles(header, realism);
  const inFolder = (folder: string, files: readonly FileEntry[]) =>
    files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  const files = [...inFolder(PUBLIC, header.open.files), ...inFolder(SECRET, header.secret.files)];
  yield whole(SHARE_FILE, pretty(shareManifest(drawn, districts, files, districtAds)), drawn.count);
}

/** What is known about a market before its last file is written, and the list of its files. */
interface Closing {
  readonly market: Omit<MarketHeader, 'counts' | 'files'>;
  readonly truth: object;
  readonly list: FileList;
  readonly ads: number;
  readonly realism: readonly RealismRow[];
}

/** Both headers, and the text of the public one. */
interface Headers {
  readonly open: MarketHeader;
  readonly openText: string;
  readonly secret: { readonly files: readonly FileEntry[] };
}

/** The files that come after the data of a whole market. */
export function* closingParts(closing: Closing): Generator<FilePart> {
  yield* aboutFiles(yield* headers(closing), closing.realism);
}

/** The JSON Schemas and both headers, which name every data file with its hash. */
function* headers({ market, truth, list, ads }: Omit<Closing, 'realism'>): Generator<FilePart, Headers> {
  for (const [name, schema] of documentJsonSchemas())
    yield whole(`${SCHEMAS}/${name}.schema.json`, pretty(schema), ads);
  const rows = (kind: FileKind) => list.rowsOf(kind, '.ndjson');
  const links = { ads, links: rows('links'), actors: rows('actors') };
  const secret = { ...truth, counts: links, files: list.entriesIn(SECRET) };
  yield whole(`${SECRET}/ground-truth.json`, pretty(secret), ads);
  const shown = rows('ads');
  const counts = { ads: shown, withheld: shown - rows('records'), records: rows('records') };
  const open = { ...market, counts, files: list.entriesIn(PUBLIC) };
  const openText = pretty(open);
  yield whole(`${PUBLIC}/market.json`, openText, ads);
  return { open, openText, secret };
}

/** What tells about a whole market: its metadata, its datasheet and its licence. */
function* aboutFiles({ open, openText }: Headers, realism: readonly RealismRow[]): Generator<FilePart> {
  const { ads } = open.counts;
  const own = { path: 'market.json', bytes: utf8(openText).length, sha256: sha256Hex(openText) };
  yield whole(`${PUBLIC}/${ABOUT_FILES.croissant}`, pretty(croissantOf(open, own)), ads);
  yield whole(`${PUBLIC}/${ABOUT_FILES.datasheet}`, datasheetOf(open, realism), ads);
  yield whole(`${PUBLIC}/${ABOUT_FILES.licence}`, LICENCE_TEXT, ads);
}

/** Number in its name of the file that holds an ad; all names of a market of that size are equally long. */
export function fileNumber(at: number, ads: number, adsPerFile = ADS_PER_FILE): string {
  const last = Math.floor(Math.max(0, ads - 1) / adsPerFile);
  return String(Math.floor(at / adsPerFile)).padStart(Math.max(3, String(last).length), '0');
}

/** Kinds of files with a line for an ad, in the order of the ids. */
export const KINDS_BY_AD = ['ads', 'records', 'ground-truth'] as const satisfies readonly FileKind[];
export type KindByAd = (typeof KINDS_BY_AD)[number];

/** Where some ads stand in a list of `ads`, and how many of these a file holds. */
export interface FileStretch {
  readonly from: number;
  readonly to: number;
  readonly ads: number;
  readonly adsPerFile: number;
}

/** Lines about the ads of a stretch, with their rows for tables: each in the order of the ads. */
export type LinesByAd = { readonly [Kind in KindByAd]: Lines<TableLines[Kind]> };

interface Lines<Row> {
  readonly content: string | Uint8Array;
  readonly count: number;
  /** The same lines as values; called only where tables are written. */
  readonly rows: () => readonly Row[];
}

/** Writes lines about ads, and the rows of their tables, to the end of their files. */
export function* writeLines(
  written: Partial<LinesByAd>,
  { from, to, ads, adsPerFile }: FileStretch,
  list: FileList,
  tables: TableFiles,
): Generator<FilePart> {
  const number = fileNumber(from, ads, adsPerFile);
  const isFirst = from % adsPerFile === 0;
  const isLast = to % adsPerFile === 0 || to === ads;
  for (const kind of KINDS_BY_AD) {
    const one = written[kind];
    if (!one) continue;
    const folder = kind === 'ground-truth' ? SECRET : PUBLIC;
    const name = `${kind}-${number}`;
    yield list.part(folder, `${name}.ndjson`, kind, one.content, one.count, to);
    yield* tables.write(kind, one.rows as never, { folder, name, isFirst, isLast, ads: to });
  }
}

/** Lines about the ads of a range of the list, whatever their district. */
function linesAbout(
  drawn: DrawnMarket,
  { from, to, leavesOutCards }: { readonly from: number; readonly to: number; readonly leavesOutCards: boolean },
  sharers: Sharers,
): LinesByAd {
  const ads: TableLines['ads'][] = [];
  const records: TableLines['records'][] = [];
  const truths: TableLines['ground-truth'][] = [];
  for (let at = from; at < to; at++) {
    const ad = drawn.ad(at);
    if (!ad.withheld || !leavesOutCards) ads.push(adLine(ad));
    if (!ad.withheld) records.push(recordsLine(ad.id, recordsAt(drawn, at)));
    truths.push(truthLine(truthAt(drawn, at, sharers)));
  }
  return { ads: linesOf(ads), records: linesOf(records), 'ground-truth': linesOf(truths) };
}

const linesOf = <Row extends object>(rows: readonly Row[]): Lines<Row> => ({
  content: lines(rows),
  count: rows.length,
  rows: () => rows,
});

/** Lines about actors and links, district by district; returns the links where the promises are computed from them. */
function* actorsAndLinks(
  drawn: DrawnMarket,
  sharers: Sharers,
  list: FileList,
  adsPerFile: number,
): Generator<FilePart, readonly LinkGroup[] | undefined> {
  const kept: LinkGroup[] | undefined = drawn.size < adsPerFile ? [] : undefined;
  for (const { from, to } of drawn.districts) {
    const places = drawn.placesOf({ from, to });
    const groups = linkGroups(drawn, sharers, places);
    kept?.push(...groups);
    const ids = Array.from(places, (at) => adId(drawn, at));
    const actors = actorsOf(drawn, [...places], ids);
    const number = fileNumber(from, drawn.size, adsPerFile);
    yield list.part(SECRET, `links-${number}.ndjson`, 'links', lines(groups.map(linkLine)), groups.length, to);
    yield list.part(SECRET, `actors-${number}.ndjson`, 'actors', lines(actors.map(actorLine)), actors.length, to);
  }
  return kept;
}

function publicHeader(drawn: DrawnMarket): Closing['market'] {
  const { schema: _, synthetic, marketId, notice, ...rest } = marketHeader(drawn);
  return {
    schema: MARKET_SCHEMA,
    synthetic,
    marketId,
    notice,
    licence: LICENCE,
    ...rest,
    sites: [...rest.sites],
  };
}

function secretHeader(drawn: DrawnMarket, groups: readonly LinkGroup[] | undefined): Closing['truth'] {
  const { schema: _, synthetic, marketId, ...rest } = truthHeader(drawn);
  return {
    schema: TRUTH_SCHEMA,
    synthetic,
    marketId,
    licence: LICENCE,
    ...rest,
    ...(drawn.order.secret !== undefined && { secret: drawn.order.secret }),
    ...(groups && { promises: promisesOf(drawn, groups) }),
  };
}

function* range(from: number, to: number) {
  for (let n = from; n < to; n++) yield n;
}

const whole = (file: string, text: string, ads: number): FilePart => ({ file, bytes: utf8(text), ads });
const lines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const pretty = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
