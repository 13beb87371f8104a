import { type AdSource, adAt, findAd } from '#market/ads/model/ad-at.ts';
import type { AdRecords } from '#market/ads/model/ad-records.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';
import { adId } from '#market/generator/model/ad-ids.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { type District, type DrawnMarket, districtAt } from '#market/generator/model/drawn-market.ts';
import { marketHeader } from '#market/generator/model/generate-market.ts';
import { adWithRecords, recordsAt } from '#market/generator/model/records-at.ts';
import { type AdRow, adRow } from '#market/search/model/ad-row.ts';
import { adsOfAnswer, createQueryAnswerer, type MarketAnswer } from '#market/search/model/answer-query.ts';
import { buildMarketIndex } from '#market/search/model/build-market-index.ts';
import type { FacetCounts, MarketQuery } from '#market/search/model/market-query.ts';
import { buildRecordIndex, type RecordIndex, sharedRecords } from '#market/search/model/record-index.ts';
import { wantedWords } from '#market/search/model/wanted-words.ts';
import type {
  FoundAds,
  FoundRecords,
  FoundRows,
  MarketSource,
  OnProgress,
  OpenedMarket,
  RowStretch,
} from './search-port.ts';

/** An open market in this thread, synchronous; `MarketSearch` offers the same across threads. */
export interface OpenMarket {
  readonly opened: OpenedMarket;
  /** Runs a query; its result replaces the current list. */
  ask(query: MarketQuery, stretch: RowStretch): FoundRows;
  /** The facet counts of the current list. */
  counts(): FacetCounts;
  /** Runs a query without replacing the current list. */
  peek(query: MarketQuery, stretch: RowStretch): FoundAds;
  /** Rows of the current list. */
  read(stretch: RowStretch): readonly AdRow[];
  find(id: string): Ad | undefined;
  records(id: string): FoundRecords | undefined;
}

/** Opens a market for searching. Its ads are read once for the index, and written again on each access. */
export function openMarket(source: MarketSource, onProgress?: OnProgress): OpenMarket {
  const { header, size, ads, find, records } = 'schema' in source ? ofDocument(source) : ofDrawn(drawMarket(source));
  const index = buildMarketIndex(ads, size, (read) => onProgress?.(read, size));
  const answer = createQueryAnswerer(index);
  let list: MarketAnswer = answer({ facets: {}, sort: 'newest' });
  let wanted: readonly string[] = [];
  const adsOf = (found: MarketAnswer, { from, to }: RowStretch) =>
    Array.from(adsOfAnswer(found, from, to), (number) => adAt(ads, number));
  const read = (stretch: RowStretch) => adsOf(list, stretch).map((ad) => adRow(ad, wanted));
  return {
    opened: { header, size, counts: list.counts },
    ask(query, stretch) {
      list = answer(query);
      wanted = wantedWords(query.text ?? '');
      return { total: list.total, rows: read(stretch) };
    },
    counts: () => list.counts,
    peek(query, stretch) {
      const found = answer(query);
      return { total: found.total, ads: adsOf(found, stretch) };
    },
    read,
    find,
    records,
  };
}

/** A market from either source: a document or a drawing. */
interface Opened {
  readonly header: Omit<Market, 'ads'>;
  readonly size: number;
  readonly ads: AdSource;
  find(id: string): Ad | undefined;
  records(id: string): FoundRecords | undefined;
}

function ofDocument(market: Market): Opened {
  const { ads, ...header } = market;
  const find = (id: string) => findAd(market, id);
  let index: RecordIndex | undefined;
  return {
    header,
    size: ads.length,
    ads: market,
    find,
    records(id) {
      const records = find(id)?.records;
      if (!records) return undefined;
      index ??= buildRecordIndex(ads.flatMap((ad) => (ad.records ? [[ad.id, ad.records] as const] : [])));
      return { records, shared: sharedRecords(index, records) };
    },
  };
}

/** Opens a drawn market, whose ids are consecutive numbers. */
function ofDrawn(drawn: DrawnMarket): Opened {
  const first = Number(adId(drawn, 0));
  const placeOf = (id: string) => {
    const place = Number(id) - first;
    const isThere = Number.isInteger(place) && place >= 0 && place < drawn.size && adId(drawn, place) === id;
    return isThere ? place : undefined;
  };
  const indexes = new Map<District, RecordIndex>();
  return {
    header: marketHeader(drawn),
    size: drawn.size,
    ads: drawn,
    find(id) {
      const place = placeOf(id);
      return place === undefined ? undefined : drawn.ad(place);
    },
    records(id) {
      const place = placeOf(id);
      const records = place === undefined ? undefined : adWithRecords(drawn, place).records;
      if (place === undefined || !records) return undefined;
      const district = districtAt(drawn, place);
      // No trace crosses a district, so indexing one district is enough.
      const index = indexes.get(district) ?? buildRecordIndex(recordsIn(drawn, district));
      indexes.set(district, index);
      return { records, shared: sharedRecords(index, records) };
    },
  };
}

function* recordsIn(drawn: DrawnMarket, district: District): Generator<readonly [string, AdRecords]> {
  for (const at of drawn.placesOf(district))
    if (drawn.columns.withheld[at] === 0) yield [adId(drawn, at), recordsAt(drawn, at)];
}
