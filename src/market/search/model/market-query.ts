import type { Ad } from '#market/ads/model/market.ts';
import { handleIn } from '#market/ads/model/payment-handle.ts';

/** Facets with few values, all of which are offered. */
export const CHOICE_FACETS = ['town', 'language', 'site'] as const;
export type ChoiceFacet = (typeof CHOICE_FACETS)[number];

/** Facets that lead from one ad to others. They have many values, of which the most frequent are offered. */
export const TRACE_FACETS = ['phone', 'handle', 'picture', 'room', 'account'] as const;
export type TraceFacet = (typeof TRACE_FACETS)[number];

/** Range facets: SIM per hour, SIM per month, and the day of posting as `YYYY-MM-DD`. */
export const RANGE_FACETS = ['price', 'pay', 'date'] as const;
export type RangeFacet = (typeof RANGE_FACETS)[number];

export type ValueFacet = ChoiceFacet | TraceFacet;
export type FacetName = ValueFacet | RangeFacet;

/** Type of the values of a facet. */
export type FacetValue<Facet extends FacetName = FacetName> = Facet extends 'price' | 'pay' ? number : string;

/** Both ends are inclusive; a missing end is open. */
export interface ValueRange<Value> {
  readonly from?: Value;
  readonly to?: Value;
}

/**
 * An ad has to pass every selected facet: by one of the values, or within the range. An empty list selects nothing to
 * filter by; no ad passes a value that no ad has. A value may be spelled as in the field of an ad.
 */
export type AskedFacets = { readonly [Facet in ValueFacet]?: readonly string[] } & {
  readonly [Facet in RangeFacet]?: ValueRange<FacetValue<Facet>>;
};

/** Ties are sorted newest first. Ads without a price or pay come last in both directions. */
export type Sort = 'newest' | 'oldest' | 'cheapest' | 'dearest' | 'relevance';

/** A search. Without words there is no relevance, and the newest ads come first. */
export interface MarketQuery {
  readonly facets: AskedFacets;
  readonly text?: string;
  readonly sort: Sort;
}

/** Number of ads with a value. */
export interface Counted<Value> {
  readonly value: Value;
  readonly count: number;
}

/**
 * For each facet, the ads that pass all other filters, by value: the number of hits if the value were selected. Choices
 * and ranges list all values in ascending order; traces list the selected ones and the most frequent ones shown by at
 * least two ads of the market.
 */
export type FacetCounts = { readonly [Facet in FacetName]: readonly Counted<FacetValue<Facet>>[] };

/** The facet value of a field: a number or an id without the surrounding text. */
export function facetValue(facet: ValueFacet, written: string): string {
  if (facet === 'phone') return written.replaceAll('-', ' ');
  if (facet === 'picture') return before(written, ',');
  if (facet === 'handle') return handleIn(written) ?? '';
  return facet === 'room' ? before(written, ':') : written;
}

function before(text: string, sign: string): string {
  const end = text.indexOf(sign);
  return end === -1 ? text : text.slice(0, end);
}

/** The fields of an ad's last version; none for a withheld ad (rule C13). */
export const standingFields = (ad: Ad) => ad.versions.at(-1)?.fields ?? {};
