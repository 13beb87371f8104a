import type { Ad } from '#market/ads/model/market.ts';
import type { AskedFacets, FacetName, MarketQuery, Sort, ValueRange } from '#market/search/model/market-query.ts';

type Value = string | number;

/** What an ad shows for each facet, read off the ad itself. */
const SHOWN: Readonly<Record<FacetName, (ad: Ad) => Value | undefined>> = {
  town: (ad) => fields(ad).town,
  language: (ad) => fields(ad).languages,
  site: (ad) => ad.site,
  phone: (ad) => /^\+[\d -]+$/.exec(fields(ad).phone ?? '')?.[0].replace(/-/g, ' '),
  handle: (ad) => /\$sim-\d+/.exec(fields(ad).payment ?? '')?.[0],
  picture: (ad) => /^[^,]*/.exec(fields(ad).picture ?? '')?.[0] || undefined,
  room: (ad) => /^[^:]*/.exec(fields(ad).room ?? '')?.[0] || undefined,
  account: (ad) => ad.account,
  price: (ad) => amount(fields(ad).price),
  pay: (ad) => amount(fields(ad).pay),
  date: (ad) => ad.postedAt.split('T')[0],
};
const FACETS = Object.keys(SHOWN) as FacetName[];
const TRACES: ReadonlySet<FacetName> = new Set(['phone', 'handle', 'picture', 'room', 'account']);
const RANGES: ReadonlySet<FacetName> = new Set(['price', 'pay', 'date']);

const fields = (ad: Ad): Readonly<Record<string, string | undefined>> =>
  ad.versions[ad.versions.length - 1]?.fields ?? {};
const amount = (text: string | undefined) => (text ? Number(text.split(/\D+/).find((part) => part !== '')) : undefined);

type Counts = Record<FacetName, { value: Value; count: number }[]>;

interface Row {
  readonly place: number;
  readonly posted: number;
  readonly amount: number | undefined;
  readonly shows: Readonly<Record<FacetName, Value | undefined>>;
}

const newest = (a: Row, b: Row) => b.posted - a.posted || a.place - b.place;
const unpriced = (a: Row, b: Row) => Number(a.amount === undefined) - Number(b.amount === undefined);
const amounts = (a: Row, b: Row) => Number(a.amount ?? 0) - Number(b.amount ?? 0);

const COMPARE: Readonly<Record<Sort, (a: Row, b: Row) => number>> = {
  newest,
  relevance: newest,
  oldest: (a, b) => a.posted - b.posted || a.place - b.place,
  cheapest: (a, b) => unpriced(a, b) || amounts(a, b) || newest(a, b),
  dearest: (a, b) => unpriced(a, b) || amounts(b, a) || newest(a, b),
};

/** Answers queries without words by going through all ads as objects, once for each facet. */
export function createPlainFilter(ads: readonly Ad[]): (query: MarketQuery) => { places: number[]; counts: Counts } {
  const rows = ads.map(
    (ad, place): Row => ({
      place,
      posted: Date.parse(ad.postedAt),
      amount: amount(fields(ad).price) ?? amount(fields(ad).pay),
      shows: Object.fromEntries(FACETS.map((facet) => [facet, SHOWN[facet](ad)])) as Row['shows'],
    }),
  );
  return ({ facets, sort }) => {
    const passes = (row: Row, except?: FacetName) =>
      FACETS.every((facet) => facet === except || passesOne(row.shows[facet], facets, facet));
    const counts = FACETS.map((facet) => {
      const shown = rows.map((row) => row.shows[facet]).filter((value) => value !== undefined);
      const among = rows.filter((row) => passes(row, facet)).map((row) => row.shows[facet]);
      return [facet, TRACES.has(facet) ? traces(shown, among, asked(facets, facet)) : all(shown, among)];
    });
    const hits = rows.filter((row) => passes(row)).sort(COMPARE[sort]);
    return { places: hits.map(({ place }) => place), counts: Object.fromEntries(counts) as Counts };
  };
}

function passesOne(shown: Value | undefined, facets: AskedFacets, facet: FacetName): boolean {
  if (!RANGES.has(facet)) {
    const values = asked(facets, facet);
    return values.length === 0 || values.some((value) => value === shown);
  }
  const { from, to } = (facets[facet] ?? {}) as ValueRange<Value>;
  if (from === undefined && to === undefined) return true;
  return shown !== undefined && (from === undefined || shown >= from) && (to === undefined || shown <= to);
}

const asked = (facets: AskedFacets, facet: FacetName) => (facets[facet] ?? []) as readonly string[];

function all(shown: readonly Value[], among: readonly (Value | undefined)[]) {
  const values = [...new Set(shown)].sort((a, b) => (a < b ? -1 : 1));
  const count = times(among);
  return values.map((value) => ({ value, count: count.get(value) ?? 0 }));
}

/** What is asked for, and twenty of the values of two ads and more: most first, then those of most ads of the market. */
function traces(shown: readonly Value[], among: readonly (Value | undefined)[], asked: readonly string[]) {
  const count = times(among);
  const inMarket = times(shown);
  const counted = [...inMarket].map(([value, size]) => ({ value, size, count: count.get(value) ?? 0 }));
  const offered = counted
    .filter((one) => one.size > 1 && one.count > 0)
    .sort((a, b) => b.count - a.count || b.size - a.size)
    .slice(0, 20)
    .filter(({ value }) => !asked.includes(String(value)));
  const first = [...new Set(asked)].map((value) => ({ value, count: count.get(value) ?? 0 }));
  return [...first, ...offered.map(({ value, count }) => ({ value, count }))];
}

function times(values: readonly (Value | undefined)[]): Map<Value | undefined, number> {
  const counts = new Map<Value | undefined, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
