import type { MarketQuery } from '#market/search/model/market-query.ts';
import {
  COUNTED,
  type CountedFacet,
  type FacetRow,
  FIRST,
  type Reference,
  type ReferenceAnswer,
  valuesOf,
} from './facet-table.ts';

/** A facet as bits: for each value the rows that have it, and for ranges the rows up to each value. */
interface Bits {
  readonly facet: CountedFacet;
  readonly values: readonly (string | number)[];
  readonly of: readonly Uint32Array[];
  readonly upTo: readonly Uint32Array[];
}

/**
 * As fast as bits get by hand: a set of rows for every value, growing sets for ranges, and a count is an `and` and the
 * number of ones. Rows lie in the order in which they are listed, so the first hits are the first ones.
 */
export function createBitsetLimit(table: readonly FacetRow[]): Reference {
  const words = Math.ceil(table.length / 32);
  const every = new Uint32Array(words);
  for (let n = 0; n < table.length; n++) put(every, n);
  const facets = COUNTED.map((facet) => toBits(table, facet, words));

  return ({ facets: asked }) => {
    const passing = facets.map((one) => rowsFor(one, asked, every));
    const others = facets.map((_, left) => {
      const rows = every.slice();
      passing.forEach((bits, n) => {
        if (n === left) return;
        for (let w = 0; w < words; w++) rows[w] = (rows[w] as number) & (bits[w] as number);
      });
      return rows;
    });
    const hits = (others[0] as Uint32Array).slice();
    const own = passing[0] as Uint32Array;
    for (let w = 0; w < words; w++) hits[w] = (hits[w] as number) & (own[w] as number);
    const counts = Object.fromEntries(
      facets.map(({ facet, values, of }, n) => [
        facet,
        values.map((value, k) => ({ value, count: common(of[k] as Uint32Array, others[n] as Uint32Array) })),
      ]),
    ) as unknown as ReferenceAnswer['counts'];
    const first: number[] = [];
    for (let w = 0; w < words && first.length < FIRST; w++)
      for (let left = hits[w] as number; left !== 0 && first.length < FIRST; left &= left - 1)
        first.push((table[w * 32 + 31 - Math.clz32(left & -left)] as FacetRow).ad);
    return { total: common(hits, every), first, counts };
  };
}

function put(bits: Uint32Array, row: number): void {
  bits[row >> 5] = (bits[row >> 5] as number) | (1 << (row & 31));
}

function toBits(table: readonly FacetRow[], facet: CountedFacet, words: number): Bits {
  const values = valuesOf(table, facet);
  const places = new Map(values.map((value, n) => [value, n]));
  const of = values.map(() => new Uint32Array(words));
  table.forEach((row, n) => {
    const place = places.get(row[facet] as string | number);
    if (place !== undefined) put(of[place] as Uint32Array, n);
  });
  const upTo = [new Uint32Array(words)];
  for (const bits of of) upTo.push((upTo.at(-1) as Uint32Array).map((word, w) => word | (bits[w] as number)));
  return { facet, values, of, upTo };
}

function rowsFor({ facet, values, of, upTo }: Bits, asked: MarketQuery['facets'], every: Uint32Array): Uint32Array {
  if (facet === 'price' || facet === 'date') {
    const { from, to } = asked[facet] ?? {};
    if (from === undefined && to === undefined) return every;
    const above = upTo[from === undefined ? 0 : values.filter((value) => value < from).length] as Uint32Array;
    const within = upTo[to === undefined ? values.length : values.filter((value) => value <= to).length] as Uint32Array;
    return within.map((word, w) => word & ~(above[w] as number));
  }
  const chosen = asked[facet];
  if (!chosen || chosen.length === 0) return every;
  const rows = new Uint32Array(every.length);
  values.forEach((value, n) => {
    const bits = of[n] as Uint32Array;
    if (chosen.includes(String(value)))
      for (let w = 0; w < rows.length; w++) rows[w] = (rows[w] as number) | (bits[w] as number);
  });
  return rows;
}

/** How many ones two sets have in common. @see H. Warren, Hacker's Delight, 2nd edition, section 5-1. */
function common(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let w = 0; w < a.length; w++) {
    let word = (a[w] as number) & (b[w] as number);
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
