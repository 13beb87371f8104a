import type { AdRecords } from '#market/ads/model/ad-records.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import type { AdRow } from '#market/search/model/ad-row.ts';
import type { FacetCounts, MarketQuery } from '#market/search/model/market-query.ts';
import type { SharedRecord } from '#market/search/model/record-index.ts';

/** Where a market comes from: drawn from its order, or read from its document. */
export type MarketSource = MarketOrder | Market;

/** An open market: its document without the ads, its size, and the facet counts of all ads. */
export interface OpenedMarket {
  readonly header: Omit<Market, 'ads'>;
  readonly size: number;
  readonly counts: FacetCounts;
}

/** A range of a list: `from` inclusive, `to` exclusive, counted from 0. */
export interface RowStretch {
  readonly from: number;
  readonly to: number;
}

/** Number of ads that a query finds, and the ads in the requested range. */
export interface FoundAds {
  readonly total: number;
  readonly ads: readonly Ad[];
}

/** Number of ads that a query finds, and the rows in the requested range. */
export interface FoundRows {
  readonly total: number;
  readonly rows: readonly AdRow[];
}

/** The result of a query; stays current until the next query. */
export interface MarketList extends FoundRows {
  /** Number of this list, for reading its further rows and its counts. */
  readonly list: number;
}

/** The records of an ad that a lawful request would obtain, and the other ads with the same values. */
export interface FoundRecords {
  readonly records: AdRecords;
  readonly shared: readonly SharedRecord[];
}

/** Progress of opening a market, in ads. */
export type OnProgress = (read: number, size: number) => void;

/**
 * A searchable market, in a worker so that the page stays responsive. Only the newest query counts: the promise of an
 * earlier one resolves to `undefined` as soon as another is asked. Every promise rejects with `MarketSearchError` where
 * the market cannot be opened or the worker has ended.
 */
export interface MarketSearch {
  /** Opens a market; it replaces the current one. */
  open(source: MarketSource, onProgress?: OnProgress): Promise<OpenedMarket>;
  ask(query: MarketQuery, stretch: RowStretch): Promise<MarketList | undefined>;
  /** Further rows of a list; `undefined` where a newer list exists. */
  read(list: number, stretch: RowStretch): Promise<readonly AdRow[] | undefined>;
  /** The facet counts of a list, sent separately because they are large; `undefined` where a newer list exists. */
  counts(list: number): Promise<FacetCounts | undefined>;
  /** Runs a query without replacing the current list. */
  peek(query: MarketQuery, stretch: RowStretch): Promise<FoundAds>;
  /** The ad with that id, whether or not it is in the current list. */
  find(id: string): Promise<Ad | undefined>;
  /** The records of the ad with that id; `undefined` for a withheld ad, and in a market without records. */
  records(id: string): Promise<FoundRecords | undefined>;
  /** Ends the worker and frees its memory. */
  close(): void;
}

/** Thrown where the search cannot answer a call; the message says why. */
export class MarketSearchError extends Error {
  override name = 'MarketSearchError';
}
