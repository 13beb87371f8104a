import {
  type AskedFacets,
  CHOICE_FACETS,
  type FacetName,
  RANGE_FACETS,
  TRACE_FACETS,
  type ValueFacet,
  type ValueRange,
} from '#market/search/model/market-query.ts';
import type { AskedSearch } from './market-address.ts';

/** One thing that is asked for, as it can be taken away by itself. */
export interface Wish {
  readonly facet: FacetName | 'text';
  /** One value, the words, or both ends of a range. */
  readonly value: string;
  readonly without: AskedSearch;
}

/** Everything that is asked for, one by one, words first. */
export function wishesOf(asked: AskedSearch): Wish[] {
  const { facets, text } = asked;
  const wishes: Wish[] = [];
  if (text.trim()) wishes.push({ facet: 'text', value: text.trim(), without: { ...asked, text: '' } });
  for (const facet of [...CHOICE_FACETS, ...TRACE_FACETS])
    for (const value of facets[facet] ?? [])
      wishes.push({ facet, value, without: { ...asked, facets: toggle(facets, facet, value) } });
  for (const facet of RANGE_FACETS) {
    const range = facets[facet] as ValueRange<number | string> | undefined;
    if (range)
      wishes.push({ facet, value: `${range.from ?? ''}..${range.to ?? ''}`, without: withoutFacet(asked, facet) });
  }
  return wishes;
}

/** The query without one facet, or without its words. */
export function withoutFacet(asked: AskedSearch, facet: FacetName | 'text'): AskedSearch {
  if (facet === 'text') return { ...asked, text: '' };
  const { [facet]: _, ...facets } = asked.facets;
  return { ...asked, facets };
}

/** Adds a value, or removes it if it is there. */
export function toggle(facets: AskedFacets, facet: ValueFacet, value: string): AskedFacets {
  const chosen = facets[facet] ?? [];
  const { [facet]: _, ...others } = facets;
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return next.length > 0 ? { ...others, [facet]: next } : others;
}

/** Puts a range in place of the one before; a range without ends is none. */
export function putRange(
  facets: AskedFacets,
  facet: 'price' | 'pay' | 'date',
  range: ValueRange<number | string>,
): AskedFacets {
  const { [facet]: _, ...others } = facets;
  return range.from === undefined && range.to === undefined ? others : ({ ...others, [facet]: range } as AskedFacets);
}
