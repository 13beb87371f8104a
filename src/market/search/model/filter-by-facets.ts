import { allBits, type BitSet, keepBits, readBits } from './bit-set.ts';
import type { FacetIndex } from './build-facet-index.ts';
import { adsOfChoice } from './choice-column.ts';
import {
  type AskedFacets,
  CHOICE_FACETS,
  type Counted,
  type FacetCounts,
  type FacetName,
  facetValue,
  RANGE_FACETS,
  TRACE_FACETS,
  type TraceFacet,
  type ValueRange,
} from './market-query.ts';
import { adsInRange } from './range-column.ts';
import { adsOfTrace, countTraces, mostFrequentTraces, type TraceColumn } from './trace-column.ts';

/** Number of values offered per trace, besides the selected ones. */
const OFFERED_TRACES = 20;

/** The ads that pass all filters, and for each facet the counts among the ads that pass all filters but its own. */
export interface Filtered {
  readonly hits: BitSet;
  readonly total: number;
  readonly counts: FacetCounts;
}

/** The ads that one facet, or the words, let through. */
interface Filter {
  readonly facet: FacetName | 'text';
  readonly ads: BitSet;
}

/** A set, and its members as a list. */
interface Members {
  readonly bits: BitSet;
  readonly ads: Uint32Array;
  readonly count: number;
}

/**
 * Creates a filter function over the index; its arguments are the selected facets and, if there are words, the ads that
 * contain them. A call takes a few passes over the bits, and one over the hits for each choice and range facet; it
 * never reads an ad.
 */
export function createFacetFilter(index: FacetIndex): (asked: AskedFacets, withWords?: BitSet) => Filtered {
  const everyAd = allBits(index.size);
  /** Buffers reused by every call: the members of the hits, and of the ads that pass all facets but one. */
  const rooms = [new Uint32Array(index.size), new Uint32Array(index.size)] as const;
  const membersOf = (bits: BitSet, room: Uint32Array): Members => ({ bits, ads: room, count: readBits(bits, room) });

  return (asked, withWords) => {
    const filters = filtersOf(index, asked);
    if (withWords) filters.push({ facet: 'text', ads: withWords });
    const passing = (except?: FacetName): BitSet => {
      const bits = everyAd.slice();
      for (const { facet, ads } of filters) if (facet !== except) keepBits(bits, ads);
      return bits;
    };
    const members = membersOf(passing(), rooms[0]);
    const among = (facet: FacetName) =>
      filters.some((filter) => filter.facet === facet) ? membersOf(passing(facet), rooms[1]) : members;
    return { hits: members.bits, total: members.count, counts: countAll(index, asked, among) };
  };
}

function filtersOf(index: FacetIndex, asked: AskedFacets): Filter[] {
  const filters: Filter[] = [];
  for (const facet of CHOICE_FACETS) {
    const values = asked[facet];
    if (values?.length) filters.push({ facet, ads: adsOfChoice(index.choices[facet], values) });
  }
  for (const facet of TRACE_FACETS) {
    const values = askedTraces(asked, facet);
    if (values.length > 0) filters.push({ facet, ads: adsOfTrace(index.traces[facet], values, index.size) });
  }
  for (const facet of RANGE_FACETS) {
    const range = asked[facet] as ValueRange<number | string> | undefined;
    const isOpen = range?.from === undefined && range?.to === undefined;
    if (range && !isOpen) filters.push({ facet, ads: adsInRange(index.ranges[facet], range) });
  }
  return filters;
}

/** The selected values of a trace as its column spells them, without duplicates. */
function askedTraces(asked: AskedFacets, facet: TraceFacet): readonly string[] {
  return [...new Set(asked[facet]?.map((written) => facetValue(facet, written)))];
}

function countAll(index: FacetIndex, asked: AskedFacets, among: (facet: FacetName) => Members): FacetCounts {
  const counts: Partial<Record<FacetName, readonly Counted<number | string>[]>> = {};
  for (const facet of CHOICE_FACETS) counts[facet] = countEach(index.choices[facet], among(facet));
  for (const facet of RANGE_FACETS) counts[facet] = countEach(index.ranges[facet], among(facet));
  for (const facet of TRACE_FACETS)
    counts[facet] = countsOfTrace(index.traces[facet], askedTraces(asked, facet), among(facet).bits);
  return counts as FacetCounts;
}

/** Number of members with each value of a column. */
function countEach<Value>(
  { values, numbers }: { readonly values: readonly Value[]; readonly numbers: Uint16Array },
  { ads, count }: Members,
): Counted<Value>[] {
  const counts = new Uint32Array(values.length + 1);
  for (let n = 0; n < count; n++) {
    const number = numbers[ads[n] as number] as number;
    counts[number] = (counts[number] as number) + 1;
  }
  return values.map((value, n) => ({ value, count: counts[n + 1] as number }));
}

/** The selected values, then the most frequent of the others. */
function countsOfTrace(column: TraceColumn, asked: readonly string[], among: BitSet): Counted<string>[] {
  const offered = mostFrequentTraces(column, OFFERED_TRACES, among);
  if (asked.length === 0) return offered;
  return [...countTraces(column, asked, among), ...offered.filter(({ value }) => !asked.includes(value))];
}
