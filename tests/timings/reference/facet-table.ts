import type { Ad } from '#market/ads/model/market.ts';
import type { Counted, MarketQuery } from '#market/search/model/market-query.ts';

/** The facets that the references count. The product also counts traces and pay. */
export const COUNTED = ['town', 'language', 'site', 'price', 'date'] as const;
export type CountedFacet = (typeof COUNTED)[number];

/** One ad as a row of a table; newest first, as the references list them. */
export interface FacetRow extends Readonly<Record<CountedFacet, string | number | undefined>> {
  /** Number of the ad in the market. */
  readonly ad: number;
  /** Place in the table. */
  readonly place: number;
}

/** The answer of every reference: number of ads, the first ads, and the count of each value of each facet. */
export interface ReferenceAnswer {
  readonly total: number;
  readonly first: readonly number[];
  readonly counts: Readonly<Record<CountedFacet, readonly Counted<string | number>[]>>;
}

export type Reference = (query: MarketQuery) => ReferenceAnswer;

/** Number of ads shown at first. */
export const FIRST = 50;

export function facetTable(ads: readonly Ad[]): FacetRow[] {
  const order = ads.map((_, ad) => ad);
  const posted = ads.map((ad) => Date.parse(ad.postedAt));
  order.sort((a, b) => (posted[b] as number) - (posted[a] as number) || a - b);
  return order.map((number, place): FacetRow => {
    const ad = ads[number] as Ad;
    const { town, languages, price } = ad.versions.at(-1)?.fields ?? {};
    const amount = /\d+/.exec(price ?? '')?.[0];
    const [date] = ad.postedAt.split('T');
    return { ad: number, place, town, language: languages, site: ad.site, price: amount && Number(amount), date };
  });
}

/** The values of a facet in rising order. */
export function valuesOf(table: readonly FacetRow[], facet: CountedFacet): (string | number)[] {
  const values = new Set(table.map((row) => row[facet]));
  return [...values].filter((value) => value !== undefined).sort((a, b) => (a < b ? -1 : 1));
}
