import type { Sort } from './market-query.ts';

/** The ads of a market in each sort order other than relevance, four bytes per ad and order. */
export type Orders = Readonly<Record<Exclude<Sort, 'relevance'>, Uint32Array>>;

/** Maximum number of ads: times and prices multiplied by it are still exact integers. */
const MAX_ADS = 2 ** 21;

/** Sort key after every time and every price. */
const MAX_SORT_KEY = 2 ** 32 - 1;

/** Sorts the ads by time of posting (in seconds) and by price or pay; `undefined` for an ad without one. */
export function orderAds(posted: ArrayLike<number>, amounts: readonly (number | undefined)[]): Orders {
  const places = Uint32Array.from(amounts, (_, at) => at);
  const newest = sortBy(places, (at) => MAX_SORT_KEY - (posted[at] as number));
  return {
    newest,
    oldest: sortBy(places, (at) => posted[at] as number),
    cheapest: sortBy(newest, (at) => amounts[at] ?? MAX_SORT_KEY),
    dearest: sortBy(newest, (at) =>
      amounts[at] === undefined ? MAX_SORT_KEY : MAX_SORT_KEY - 1 - (amounts[at] as number),
    ),
  };
}

/** Stable sort by whole numbers up to `MAX_SORT_KEY`. Sorting numbers without a comparator is several times faster. */
function sortBy(ads: Uint32Array, keyOf: (ad: number) => number): Uint32Array {
  if (ads.length > MAX_ADS) throw new RangeError(`A market of ${ads.length} ads is too large to be put in order.`);
  const keys = Float64Array.from(ads, (ad, place) => keyOf(ad) * MAX_ADS + place).sort();
  return Uint32Array.from(keys, (key) => ads[key % MAX_ADS] as number);
}
