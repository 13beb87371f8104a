import { type BitSet, createBits, hasBit, setBit } from './bit-set.ts';
import type { Counted } from './market-query.ts';

/**
 * Column of a facet that has nearly as many values as there are ads, with the ads of each value: at most eight bytes
 * per ad, and each value once.
 */
export interface TraceColumn {
  /** The most frequent first, ties in the order of the market. */
  readonly values: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Number of leading values that at least two ads have. */
  readonly shared: number;
  /** Start of each value's ads, by index of the value; one more entry at the end. */
  readonly starts: Uint32Array;
  /** Numbers of ads, value by value. */
  readonly ads: Uint32Array;
}

/** Builds a column from the values of the ads, by ad; `undefined` for an ad without a value. */
export function createTraceColumn(written: readonly (string | undefined)[]): TraceColumn {
  const times = new Map<string, number>();
  for (const value of written) if (value !== undefined) times.set(value, (times.get(value) ?? 0) + 1);
  const values = bySize(times);
  const starts = new Uint32Array(values.length + 1);
  values.forEach((value, place) => {
    starts[place + 1] = (starts[place] as number) + (times.get(value) as number);
    times.set(value, place);
  });
  const next = starts.slice();
  const ads = new Uint32Array(starts.at(-1) ?? 0);
  written.forEach((value, ad) => {
    if (value === undefined) return;
    const place = times.get(value) as number;
    const at = next[place] as number;
    next[place] = at + 1;
    ads[at] = ad;
  });
  const sizeOf = (place: number) => (starts[place + 1] as number) - (starts[place] as number);
  const single = values.findIndex((_, place) => sizeOf(place) === 1);
  return { values, placeOf: times, shared: single === -1 ? values.length : single, starts, ads };
}

/** The values, most frequent first; one list per frequency keeps this linear. */
function bySize(times: ReadonlyMap<string, number>): string[] {
  const sizes: string[][] = [];
  for (const [value, size] of times) {
    const alike = sizes[size];
    if (alike) alike.push(value);
    else sizes[size] = [value];
  }
  return sizes.reverse().flat();
}

/** The ads that have one of the values. */
export function adsOfTrace({ placeOf, starts, ads }: TraceColumn, asked: readonly string[], size: number): BitSet {
  const found = createBits(size);
  for (const value of asked) {
    const place = placeOf.get(value);
    if (place === undefined) continue;
    const end = starts[place + 1] as number;
    for (let n = starts[place] as number; n < end; n++) setBit(found, ads[n] as number);
  }
  return found;
}

/** Number of ads of a set with each of the values. */
export function countTraces(column: TraceColumn, values: readonly string[], among: BitSet): Counted<string>[] {
  return values.map((value) => {
    const place = column.placeOf.get(value);
    return { value, count: place === undefined ? 0 : countAt(column, place, among) };
  });
}

/**
 * The shared values that are most frequent in a set of ads, most frequent first, at most `limit`. Values are sorted by
 * frequency in the whole market, so this stops once no later value can exceed those found.
 */
export function mostFrequentTraces(column: TraceColumn, limit: number, among: BitSet): Counted<string>[] {
  const { values, shared, starts } = column;
  const found: Counted<string>[] = [];
  let least = 0;
  for (let place = 0; place < shared; place++) {
    if ((starts[place + 1] as number) - (starts[place] as number) <= least) break;
    const count = countAt(column, place, among);
    if (count <= least) continue;
    if (found.length === limit) found.pop();
    let at = found.length;
    while (at > 0 && (found[at - 1] as Counted<string>).count < count) at -= 1;
    found.splice(at, 0, { value: values[place] as string, count });
    if (found.length === limit) least = (found[limit - 1] as Counted<string>).count;
  }
  return found;
}

function countAt({ starts, ads }: TraceColumn, place: number, among: BitSet): number {
  const end = starts[place + 1] as number;
  let count = 0;
  for (let n = starts[place] as number; n < end; n++) if (hasBit(among, ads[n] as number)) count += 1;
  return count;
}
