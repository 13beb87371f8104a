import type { Ad } from '#core/market/market.ts';

/** Facets of few values, all of which are offered. */
export const CHOICE_FACETS = ['town', 'language', 'site'] as const;
export type ChoiceFacet = (typeof CHOICE_FACETS)[number];

/** Facets that lead from one ad to others. Of their many values the most frequent ones are offered. */
export const TRACE_FACETS = ['phone', 'handle', 'picture', 'room', 'account'] as const;
export type TraceFacet = (typeof TRACE_FACETS)[number];

/** Facets from a value to a value: SIM an hour, SIM a month, and the day of posting as `YYYY-MM-DD`. */
export const RANGE_FACETS = ['price', 'pay', 'date'] as const;
export type RangeFacet = (typeof RANGE_FACETS)[number];

export type ValueFacet = ChoiceFacet | TraceFacet;
export type FacetName = ValueFacet | RangeFacet;

/** What a facet calls its values. */
export type FacetValue<Facet extends FacetName = FacetName> = Facet extends 'price' | 'pay' ? number : string;

/** Both ends belong to it; an end that is left out is open. */
export interface Range<Value> {
  readonly from?: Value;
  readonly to?: Value;
}

/**
 * An ad has to pass every facet that is asked for: by one of the values, or within the range. No values are no wish; a
 * value that no ad has is passed by none. A value may be given as it stands in the field of an ad.
 */
export type AskedFacets = { readonly [Facet in ValueFacet]?: readonly string[] } & {
  readonly [Facet in RangeFacet]?: Range<FacetValue<Facet>>;
};

/** Ties stand newest first. Ads that name no price or pay come last, from either end. */
export type Sort = 'newest' | 'oldest' | 'cheapest' | 'dearest' | 'relevance';

/** What somebody looks for. Without words there is no relevance, and the newest ads come first. */
export interface MarketQuery {
  readonly facets: AskedFacets;
  readonly text?: string;
  readonly sort: Sort;
}

/** How many ads have a value. */
export interface Counted<Value> {
  readonly value: Value;
  readonly count: number;
}

/**
 * For each facet the ads that pass everything else that is asked for, by value: what one would get by choosing it. All
 * values of choices and ranges in rising order; of traces those that are asked for and the most frequent ones that at
 * least two ads of the market show.
 */
export type FacetCounts = { readonly [Facet in FacetName]: readonly Counted<FacetValue<Facet>>[] };

/** The value that a field has for its facet: a number or an id without what stands around it. */
export function facetValue(facet: ValueFacet, written: string): string {
  if (facet === 'phone') return written.replaceAll('-', ' ');
  if (facet === 'picture') return before(written, ',');
  return facet === 'room' ? before(written, ':') : written;
}

function before(text: string, sign: string): string {
  const end = text.indexOf(sign);
  return end === -1 ? text : text.slice(0, end);
}

/** What stands on the page of an ad, as its market ends; nothing for a withheld ad (rule C13). */
export const standingFields = (ad: Ad) => ad.versions.at(-1)?.fields ?? {};
