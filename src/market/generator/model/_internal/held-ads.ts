import type { KeyedPermutation } from '#kernel/model/keyed-permutation.ts';

/** Which ads of a market its columns hold. The columns number them from 0 on, in the order of their index. */
export interface HeldAds {
  /** Number of ads in the columns. */
  readonly count: number;
  /** The index in the market of the ad that stands at a place of the columns. */
  readonly indexAt: (at: number) => number;
  /** The place in the columns of a row, which is counted by district over the market; -1 if the ad is not held. */
  readonly atRow: (row: number) => number;
}

/** All ads of a market: each stands at its index. */
export function holdAll(places: KeyedPermutation): HeldAds {
  return { count: places.size, indexAt: (at) => at, atRow: (row) => places.at(row) };
}

/** The ads of the rows from `from` up to, but not including, `to`: four bytes for each. */
export function holdRows(places: KeyedPermutation, from: number, to: number): HeldAds {
  const indexes = Uint32Array.from({ length: to - from }, (_, n) => places.at(from + n)).sort();
  return {
    count: indexes.length,
    indexAt: (at) => indexes[at] as number,
    atRow: (row) => placeIn(indexes, places.at(row)),
  };
}

/** The place of a value in a rising list, or -1. */
function placeIn(rising: Uint32Array, value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return rising[low] === value ? low : -1;
}
