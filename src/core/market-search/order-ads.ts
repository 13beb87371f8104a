import type { Sort } from './market-query.ts';

/** The ads of a market in each order that asks for no words, four bytes an ad and order. */
export type Orders = Readonly<Record<Exclude<Sort, 'relevance'>, Uint32Array>>;

/** Ads are numbered below this. Moments and prices times this many are still exact. */
const MAX_ADS = 2 ** 21;

/** Behind every moment and every price. */
const LAST = 2 ** 32 - 1;

/** Puts the ads in order, from the moments of posting in seconds and the prices or pay; `undefined` where there is none. */
export function orderAds(posted: ArrayLike<number>, amounts: readonly (number | undefined)[]): Orders {
  const places = Uint32Array.from(amounts, (_, at) => at);
  const newest = sortBy(places, (at) => LAST - (posted[at] as number));
  return {
    newest,
    oldest: sortBy(places, (at) => posted[at] as number),
    cheapest: sortBy(newest, (at) => amounts[at] ?? LAST),
    dearest: sortBy(newest, (at) => (amounts[at] === undefined ? LAST : LAST - 1 - (amounts[at] as number))),
  };
}

/** Sorts by whole numbers from 0 to `LAST`; ties stay as they are. Numbers without a comparison sort several times faster. */
function sortBy(ads: Uint32Array, keyOf: (ad: number) => number): Uint32Array {
  if (ads.length > MAX_ADS) throw new RangeError(`A market of ${ads.length} ads is too large to be put in order.`);
  const keys = Float64Array.from(ads, (ad, place) => keyOf(ad) * MAX_ADS + place).sort();
  return Uint32Array.from(keys, (key) => ads[key % MAX_ADS] as number);
}
