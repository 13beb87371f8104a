import { byLetters } from '#i18n/locale.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Ad, Market, PageFieldName } from '#market/ads/model/market.ts';
import { placesOfPage } from '#market/ads/model/page-places.ts';
import { handleIn } from '#market/ads/model/payment-handle.ts';
import type { SeenAd } from '#market/ads/model/read-served-ad.ts';
import { digitsOf, isOnPage } from '#market/search/model/searched-numbers.ts';

/** Fields by which the list can be narrowed; the same value in two ads may mean a link. */
export const FACETS = ['town', 'price', 'phone', 'room', 'picture', 'payment'] as const;
export type Facet = (typeof FACETS)[number];

export const ORDERS = ['posted', 'newest', 'price', 'town'] as const;
export type RowOrder = (typeof ORDERS)[number];

/** One line of the market list, with everything that the page of the ad shows. */
export interface MarketRow {
  readonly id: string;
  readonly ad: Ad;
  readonly title: string;
  readonly price: number | undefined;
  readonly values: Readonly<Partial<Record<PageFieldName, string>>>;
  /** All visible words in lower case, for the search; the digits of its number stand there once more by themselves. */
  readonly haystack: string;
}

export interface ListFilter {
  readonly query: string;
  readonly chosen: Readonly<Partial<Record<Facet, string>>>;
  readonly order: RowOrder;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** The list of a market, from what its pages show. */
export function readRows(market: Market, see: (adId: string) => { readonly seen: SeenAd }): MarketRow[] {
  return market.ads.map((ad) => {
    const { seen } = see(ad.id);
    if (seen.kind !== 'ad') return { id: ad.id, ad, title: '', price: undefined, values: {}, haystack: ad.id };
    const values: MarketRow['values'] = Object.fromEntries(
      seen.fields.map(({ name, value }) => [name, comparable(name, value)]),
    );
    const price = /\d+/.exec(values.price ?? '')?.[0];
    const visible = [ad.id, seen.title, ...placesOfPage(seen).map(({ text }) => text)].join('\n').toLowerCase();
    const haystack = `${visible}\n${values.phone ?? ''}\n${digitsOf(values.phone ?? '')}`;
    return {
      id: ad.id,
      ad,
      title: seen.title,
      price: price === undefined ? undefined : Number(price),
      values,
      haystack,
    };
  });
}

/** The value of a field as it is compared: a number however its digits are set apart, of a payment its handle. */
export function comparable(name: PageFieldName, value: string): string {
  if (name === 'phone') return value.replaceAll('-', ' ');
  return name === 'payment' ? (handleIn(value) ?? value) : value;
}

/** The rows that fit, in the chosen order. Every word of the query must be found, and a number however it is set apart. */
export function listRows(rows: readonly MarketRow[], filter: ListFilter): MarketRow[] {
  const chosen = Object.entries(filter.chosen) as [Facet, string][];
  const fits = (row: MarketRow) =>
    isOnPage(row.haystack, filter.query) && chosen.every(([facet, value]) => hasValue(row, facet, value));
  return rows.filter(fits).sort(COMPARE[filter.order]);
}

const byId = (a: MarketRow, b: MarketRow) => compareCodes(a.id, b.id);

const COMPARE: Readonly<Record<RowOrder, (a: MarketRow, b: MarketRow) => number>> = {
  posted: (a, b) => compareCodes(a.ad.postedAt, b.ad.postedAt) || byId(a, b),
  newest: (a, b) => compareCodes(b.ad.postedAt, a.ad.postedAt) || byId(a, b),
  price: (a, b) => (a.price ?? Number.POSITIVE_INFINITY) - (b.price ?? Number.POSITIVE_INFINITY) || byId(a, b),
  town: (a, b) => byLetters(a.values.town ?? '~', b.values.town ?? '~') || byId(a, b),
};

function hasValue(row: MarketRow, facet: Facet, value: string): boolean {
  if (facet !== 'price') return row.values[facet] === value;
  const [low, below] = readPriceBand(value);
  return row.price !== undefined && row.price >= low && row.price < below;
}

/** The values of a facet with the number of ads that show each; the most frequent first. */
export function facetValues(rows: readonly MarketRow[], facet: Facet): FacetCount[] {
  if (facet === 'price') {
    const bands = priceBands(rows).map((value) => ({
      value,
      count: rows.filter((row) => hasValue(row, facet, value)).length,
    }));
    return bands.filter(({ count }) => count > 0);
  }
  const counts = new Map<string, number>();
  for (const { values } of rows) {
    const value = values[facet];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || byLetters(a.value, b.value));
}

/** Four bands of about equal size, cut at tens; written `low-below`, open ends as 0 and nothing. */
function priceBands(rows: readonly MarketRow[]): string[] {
  const prices = rows.flatMap(({ price }) => price ?? []).sort((a, b) => a - b);
  const cuts = [0.25, 0.5, 0.75].map((share) => Math.round((prices[Math.floor(share * prices.length)] ?? 0) / 10) * 10);
  const edges = ['0', ...new Set(cuts.filter((cut) => cut > 0).map(String)), ''];
  return edges.slice(0, -1).map((low, n) => `${low}-${edges[n + 1]}`);
}

/** Lower end, and the first price above the band. */
export function readPriceBand(band: string): readonly [low: number, below: number] {
  const [low, below] = band.split('-');
  return [Number(low), below ? Number(below) : Number.POSITIVE_INFINITY];
}

/** The next ad after `from` that fits, going round once; undefined where none does. `step` -1 goes backwards. */
export function nextRow(
  rows: readonly MarketRow[],
  from: string | undefined,
  fits: (row: MarketRow) => boolean = () => true,
  step: 1 | -1 = 1,
): MarketRow | undefined {
  const start = rows.findIndex(({ id }) => id === from);
  const turned = start < 0 ? [...rows] : [...rows.slice(start + 1), ...rows.slice(0, start)];
  return (step === 1 ? turned : turned.reverse()).find(fits);
}
