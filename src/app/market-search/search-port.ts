import type { AdRecords } from '#core/market/ad-records.ts';
import type { Ad, Market } from '#core/market/market.ts';
import type { MarketOrder } from '#core/market-generator/drawn-market.ts';
import type { AdRow } from '#core/market-search/ad-row.ts';
import type { FacetCounts, MarketQuery } from '#core/market-search/market-query.ts';
import type { SharedRecord } from '#core/market-search/record-index.ts';

/** Where a market comes from: drawn from its order, or read from its document. */
export type MarketSource = MarketOrder | Market;

/** A market that is open to be looked through: what stands around its ads, and the counts of all of them. */
export interface OpenedMarket {
  readonly header: Omit<Market, 'ads'>;
  readonly size: number;
  readonly counts: FacetCounts;
}

/** A stretch of a list, from one place up to, but not including, another; the first place is 0. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How many ads a query finds, and those of the stretch that was asked for. */
export interface FoundAds {
  readonly total: number;
  readonly ads: readonly Ad[];
}

/** How many ads a query finds, and the rows of the stretch that was asked for. */
export interface FoundRows {
  readonly total: number;
  readonly rows: readonly AdRow[];
}

/** What a query finds, as a list that stays until the next one. */
export interface MarketList extends FoundRows {
  /** Number of this list; its further rows and its counts are read by this. */
  readonly list: number;
}

/** What a lawful request would bring about one ad, and which other ads have the same in theirs. */
export interface FoundRecords {
  readonly records: AdRecords;
  readonly shared: readonly SharedRecord[];
}

/** How far the opening of a market is. */
export type OnProgress = (read: number, size: number) => void;

/**
 * A market to search, kept off the page so that the page stays smooth. Only the newest question counts: a promise for an
 * earlier one gives `undefined` as soon as another is asked. Every promise fails with `MarketSearchError` where the market
 * cannot be opened or the search is gone.
 */
export interface MarketSearch {
  /** Opens a market in place of the one before. */
  open(source: MarketSource, onProgress?: OnProgress): Promise<OpenedMarket>;
  ask(query: MarketQuery, stretch: Stretch): Promise<MarketList | undefined>;
  /** Further rows of a list; `undefined` where there is a newer list. */
  read(list: number, stretch: Stretch): Promise<readonly AdRow[] | undefined>;
  /** The counts of a list, which are many and so come apart from it; `undefined` where there is a newer list. */
  counts(list: number): Promise<FacetCounts | undefined>;
  /** What another query would find, beside the list, which stays as it is. */
  peek(query: MarketQuery, stretch: Stretch): Promise<FoundAds>;
  /** The ad with that id, in the list or not. */
  find(id: string): Promise<Ad | undefined>;
  /** The records of the ad with that id; `undefined` for a withheld one, and where the market comes without records. */
  records(id: string): Promise<FoundRecords | undefined>;
  /** Gives the memory back. */
  close(): void;
}

/** The search cannot do what it was asked for; the message says why. */
export class MarketSearchError extends Error {
  override name = 'MarketSearchError';
}
