import { type Ad, type FieldName, isHidden } from '#market/ads/model/market.ts';
import { facetValue, standingFields, type TraceFacet } from '#market/search/model/market-query.ts';

/** What leads from an ad to others that show the same. */
export interface Trace {
  readonly facet: TraceFacet;
  readonly field: FieldName;
  readonly value: string;
}

const FIELDS: readonly (readonly [TraceFacet, FieldName])[] = [
  ['phone', 'phone'],
  ['handle', 'payment'],
  ['picture', 'picture'],
  ['room', 'room'],
  ['account', 'account'],
];

/** Everything on the page of an ad that other ads may show too; nothing for a withheld ad (rule C13). */
export function traceValues(ad: Ad): Trace[] {
  const fields = standingFields(ad);
  return FIELDS.flatMap(([facet, field]) => {
    const written = fields[field];
    const value = written === undefined || isHidden(written) ? '' : facetValue(facet, written);
    return value === '' ? [] : [{ facet, field, value }];
  });
}
