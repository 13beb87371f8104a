import { z } from 'zod';
import { MarketDocumentSchema, TruthDocumentSchema } from '#core/market/documents/schemas.ts';
import type { Ad } from '#core/market/market.ts';
import { textOf } from '#core/market/render-ad.ts';
import { drawMarket } from '#core/market-generator/draw-market.ts';
import type { DrawnMarket, MarketOrder } from '#core/market-generator/drawn-market.ts';
import { actorsOf, generateMarket, marketHeader, truthHeader } from '#core/market-generator/generate-market.ts';
import { linkGroups } from '#core/market-generator/link-edges.ts';
import { recordsAt } from '#core/market-generator/records-at.ts';
import { type Sharers, sharersIn, truthAt } from '#core/market-generator/truth-at.ts';
import { adId } from '#core/market-generator/write-ad.ts';

/** Text to append to a file, and the number of ads written so far. */
export interface FilePart {
  readonly file: string;
  readonly text: string;
  readonly ads: number;
}

/** Folder of the files that are handed out, and of those that are kept until scoring. */
export const PUBLIC = 'public';
export const SECRET = 'secret';

/** Minimum number of ads at which a market is written in shards, one line per ad. */
export const SHARDED_FROM = 10_000;
const ADS_PER_SHARD = 10_000;

/**
 * Writes the files of a market part by part. Files to be handed out and files to be kept are in separate folders, so
 * that the user does not have to sort them. The JSON Schemas of both are public. A large market is written part by part,
 * so that only its columns, who shares what and the current part are in memory.
 */
export function* marketFiles(order: MarketOrder): Generator<FilePart> {
  yield { file: `${PUBLIC}/market.schema.json`, text: schemaText(MarketDocumentSchema), ads: 0 };
  yield { file: `${PUBLIC}/ground-truth.schema.json`, text: schemaText(TruthDocumentSchema), ads: 0 };
  if (typeof order.size === 'number' && order.size >= SHARDED_FROM) yield* shards(drawMarket(order));
  else yield* documents(order);
}

function* documents(order: MarketOrder): Generator<FilePart> {
  const { market, truth } = generateMarket(order, { records: true });
  const ads = market.ads.map((ad) => ({ ...ad, text: textOf(ad) }));
  yield { file: `${PUBLIC}/market.json`, text: pretty({ ...market, ads }), ads: ads.length };
  const secret = order.secret === undefined ? {} : { secret: order.secret };
  yield { file: `${SECRET}/ground-truth.json`, text: pretty({ ...truth, ...secret }), ads: ads.length };
}

function* shards(drawn: DrawnMarket): Generator<FilePart> {
  const names = {
    ads: [] as string[],
    records: [] as string[],
    truth: [] as string[],
    links: [] as string[],
    actors: [] as string[],
  };
  const sharers = sharersIn(drawn, range(0, drawn.size));
  for (const { from, to } of drawn.districts) {
    const shard = String(Math.floor(from / ADS_PER_SHARD)).padStart(3, '0');
    const files = {
      ads: `ads-${shard}.ndjson`,
      records: `records-${shard}.ndjson`,
      truth: `ground-truth-${shard}.ndjson`,
      links: `links-${shard}.ndjson`,
      actors: `actors-${shard}.ndjson`,
    };
    for (const kind of ['ads', 'records', 'truth', 'links', 'actors'] as const)
      if (names[kind].at(-1) !== files[kind]) names[kind].push(files[kind]);
    yield* adsIn(drawn, from, to, files, sharers);
    const places = drawn.placesOf({ from, to });
    yield { file: `${SECRET}/${files.links}`, text: lines(linkGroups(drawn, sharers, places)), ads: to };
    const ids = Array.from(places, (at) => adId(drawn, at));
    yield { file: `${SECRET}/${files.actors}`, text: lines(actorsOf(drawn, [...places], ids)), ads: to };
  }
  const secret = drawn.order.secret === undefined ? {} : { secret: drawn.order.secret };
  const header = { ...marketHeader(drawn), count: drawn.size, shards: names.ads, records: names.records };
  yield { file: `${PUBLIC}/market.json`, text: pretty(header), ads: drawn.size };
  const truth = {
    ...truthHeader(drawn),
    ...secret,
    shards: names.truth,
    links: names.links,
    actorShards: names.actors,
  };
  yield { file: `${SECRET}/ground-truth.json`, text: pretty(truth), ads: drawn.size };
}

type Files = Readonly<Record<'ads' | 'records' | 'truth' | 'links' | 'actors', string>>;

/** The ads of a range of the list, whatever their district. */
function* adsIn(drawn: DrawnMarket, from: number, to: number, files: Files, sharers: Sharers): Generator<FilePart> {
  let [ads, records, truth] = ['', '', ''];
  for (let at = from; at < to; at++) {
    const ad = drawn.ad(at);
    ads += `${JSON.stringify(lineOf(ad))}\n`;
    if (!ad.withheld) records += `${JSON.stringify({ id: ad.id, records: recordsAt(drawn, at) })}\n`;
    truth += `${JSON.stringify(truthAt(drawn, at, sharers))}\n`;
  }
  yield { file: `${PUBLIC}/${files.ads}`, text: ads, ads: to };
  yield { file: `${PUBLIC}/${files.records}`, text: records, ads: to };
  yield { file: `${SECRET}/${files.truth}`, text: truth, ads: to };
}

/** An ad as one line: its text once, its current fields, and its earlier versions. */
function lineOf(ad: Ad): object {
  const standing = ad.versions.at(-1);
  const before = ad.versions.length > 1 ? ad.versions[0] : undefined;
  const { id, site, title, account, postedAt, renewals, withheld, copied, removedAt } = ad;
  return {
    id,
    site,
    title,
    text: textOf(ad),
    account,
    postedAt,
    renewals,
    ...(standing && { fields: standing.fields }),
    ...(before && standing && { earlier: { until: standing.from, price: before.fields.price } }),
    ...(removedAt && { removedAt }),
    ...(copied && { copied }),
    ...(withheld && { withheld }),
  };
}

function* range(from: number, to: number) {
  for (let n = from; n < to; n++) yield n;
}

const lines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const pretty = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const schemaText = (schema: z.ZodType) => pretty(z.toJSONSchema(schema) as object);
