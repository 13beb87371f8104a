import { type Ad, PAGE_FIELD_NAMES, type PageFieldName } from '#market/ads/model/market.ts';
import { standingFields } from '#market/search/model/market-query.ts';

/** A field, and how many of the ads show each of its values. */
export interface FieldValues {
  readonly field: PageFieldName;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** What several ads show side by side, by field in the order of the page; fields that none has are left out. */
export function fieldValues(ads: readonly Ad[]): FieldValues[] {
  return PAGE_FIELD_NAMES.flatMap((field) => {
    const counts = new Map<string, number>();
    for (const ad of ads) {
      const value = standingFields(ad)[field];
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
    return values.length > 0 ? [{ field, values }] : [];
  });
}
