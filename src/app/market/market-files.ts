import { utf8 } from '#core/kernel/utf8.ts';
import { adLine } from '#core/market/documents/ad-line.ts';
import { LICENCE, MARKET_SCHEMA, type MarketHeader, TRUTH_SCHEMA } from '#core/market/documents/headers.ts';
import { documentJsonSchemas } from '#core/market/documents/json-schemas.ts';
import { recordsLine } from '#core/market/documents/records-line.ts';
import type { FileKind } from '#core/market/documents/shared-fields.ts';
import { actorLine, linkLine, truthLine } from '#core/market/documents/truth-lines.ts';
import { drawMarket } from '#core/market-generator/draw-market.ts';
import type { DrawnMarket, MarketOrder } from '#core/market-generator/drawn-market.ts';
import { actorsOf, marketHeader, promisesOf, truthHeader } from '#core/market-generator/generate-market.ts';
import { type LinkGroup, linkGroups } from '#core/market-generator/link-edges.ts';
import { recordsAt } from '#core/market-generator/records-at.ts';
import { type Sharers, sharersIn, truthAt } from '#core/market-generator/truth-at.ts';
import { adId } from '#core/market-generator/write-ad.ts';
import { createFileList, type FileList, type FilePart } from './file-list.ts';

/** Folder of the files that are handed out, and of those that are kept until scoring. */
export const PUBLIC = 'public';
export const SECRET = 'secret';

/** Maximum number of ads in one file; a larger market has several files of each kind, numbered from 000. */
export const ADS_PER_FILE = 10_000;

/** Ads that are written at once: only their lines are in memory. */
const ADS_PER_PART = 1_000;

/** A document about a market that is written with its files, such as the log of a test of platforms. */
export interface DocumentBeside {
  readonly folder: typeof PUBLIC | typeof SECRET;
  readonly path: string;
  readonly kind: FileKind;
  readonly rows: number;
  readonly text: string;
}

/**
 * Writes the files of a market part by part, in one shape at every size. Files to be handed out and files to be kept are
 * in separate folders, so that the user does not have to sort them; the JSON Schemas of both are public. Only the columns
 * of the market, who shares what and the current part are in memory. The headers come last: they name every data file
 * with its hash.
 */
export function* marketFiles(order: MarketOrder, beside: readonly DocumentBeside[] = []): Generator<FilePart> {
  const drawn = drawMarket(order);
  const list = createFileList();
  for (const [name, schema] of documentJsonSchemas())
    yield whole(`${PUBLIC}/schemas/${name}.schema.json`, pretty(schema), 0);
  const sharers = sharersIn(drawn, range(0, drawn.size));
  let withheld = 0;
  for (let from = 0; from < drawn.size; from += ADS_PER_PART)
    withheld += yield* adsIn(drawn, from, Math.min(from + ADS_PER_PART, drawn.size), sharers, list);
  const groups = yield* actorsAndLinks(drawn, sharers, list);
  for (const { folder, path, kind, text, rows } of beside) yield list.part(folder, path, kind, text, rows, drawn.size);
  yield whole(`${SECRET}/ground-truth.json`, pretty(secretHeader(drawn, groups, list)), drawn.size);
  yield whole(`${PUBLIC}/market.json`, pretty(publicHeader(drawn, withheld, list)), drawn.size);
}

/** Number of the file that holds the ad at an index, in its name. */
const numberAt = (at: number) => String(Math.floor(at / ADS_PER_FILE)).padStart(3, '0');

/** Lines about the ads of a range of the list, whatever their district; returns how many are withheld. */
function* adsIn(
  drawn: DrawnMarket,
  from: number,
  to: number,
  sharers: Sharers,
  list: FileList,
): Generator<FilePart, number> {
  const ads: object[] = [];
  const records: object[] = [];
  const truths: object[] = [];
  for (let at = from; at < to; at++) {
    const ad = drawn.ad(at);
    ads.push(adLine(ad));
    if (!ad.withheld) records.push(recordsLine(ad.id, recordsAt(drawn, at)));
    truths.push(truthLine(truthAt(drawn, at, sharers)));
  }
  const number = numberAt(from);
  yield list.part(PUBLIC, `ads-${number}.ndjson`, 'ads', lines(ads), ads.length, to);
  yield list.part(PUBLIC, `records-${number}.ndjson`, 'records', lines(records), records.length, to);
  yield list.part(SECRET, `ground-truth-${number}.ndjson`, 'ground-truth', lines(truths), truths.length, to);
  return ads.length - records.length;
}

/** Lines about actors and links, district by district; returns the links where the promises are computed from them. */
function* actorsAndLinks(
  drawn: DrawnMarket,
  sharers: Sharers,
  list: FileList,
): Generator<FilePart, readonly LinkGroup[] | undefined> {
  const kept: LinkGroup[] | undefined = drawn.size < ADS_PER_FILE ? [] : undefined;
  for (const { from, to } of drawn.districts) {
    const places = drawn.placesOf({ from, to });
    const groups = linkGroups(drawn, sharers, places);
    kept?.push(...groups);
    const ids = Array.from(places, (at) => adId(drawn, at));
    const actors = actorsOf(drawn, [...places], ids);
    const number = numberAt(from);
    yield list.part(SECRET, `links-${number}.ndjson`, 'links', lines(groups.map(linkLine)), groups.length, to);
    yield list.part(SECRET, `actors-${number}.ndjson`, 'actors', lines(actors.map(actorLine)), actors.length, to);
  }
  return kept;
}

function publicHeader(drawn: DrawnMarket, withheld: number, list: FileList): MarketHeader {
  const { schema: _, synthetic, marketId, notice, ...rest } = marketHeader(drawn);
  return {
    schema: MARKET_SCHEMA,
    synthetic,
    marketId,
    notice,
    licence: LICENCE,
    ...rest,
    sites: [...rest.sites],
    counts: { ads: drawn.size, withheld, records: list.rowsOf('records', '.ndjson') },
    files: list.entriesIn(PUBLIC),
  };
}

function secretHeader(drawn: DrawnMarket, groups: readonly LinkGroup[] | undefined, list: FileList): object {
  const { schema: _, synthetic, marketId, ...rest } = truthHeader(drawn);
  return {
    schema: TRUTH_SCHEMA,
    synthetic,
    marketId,
    licence: LICENCE,
    ...rest,
    ...(drawn.order.secret !== undefined && { secret: drawn.order.secret }),
    ...(groups && { promises: promisesOf(drawn, groups) }),
    counts: {
      ads: drawn.size,
      links: list.rowsOf('links', '.ndjson'),
      actors: list.rowsOf('actors', '.ndjson'),
    },
    files: list.entriesIn(SECRET),
  };
}

function* range(from: number, to: number) {
  for (let n = from; n < to; n++) yield n;
}

const whole = (file: string, text: string, ads: number): FilePart => ({ file, bytes: utf8(text), ads });
const lines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const pretty = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
