import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { type DrawnMarket, familyAt } from './drawn-market.ts';

/** Bit position of each indicator, by family. */
const PLACES = Object.fromEntries(
  (Object.keys(FAMILIES) as Family[]).map((family) => {
    const { said, shown } = FAMILIES[family];
    const places = new Map<string, { readonly column: 'said' | 'shown'; readonly bit: number }>();
    for (const [bit, { id }] of shown.entries()) places.set(id, { column: 'shown', bit });
    for (const [bit, { id }] of said.entries()) places.set(id, { column: 'said', bit });
    return [family, places];
  }),
) as unknown as Record<Family, ReadonlyMap<string, { readonly column: 'said' | 'shown'; readonly bit: number }>>;

/** The column of an indicator and its bit there; undefined if ads of that family never show it. */
export const bitPlaceOf = (family: Family, id: string) => PLACES[family].get(id);

/** The mask of an indicator in its column; 0 if ads of that family never show it. */
export function maskOf(family: Family, id: string): number {
  const place = PLACES[family].get(id);
  return place === undefined ? 0 : 1 << place.bit;
}

/** True if the ad at an index shows an indicator, wherever it shows. */
export function bitOf({ columns }: Pick<DrawnMarket, 'columns'>, at: number, id: string): boolean {
  const place = PLACES[familyAt(columns, at)].get(id);
  return place !== undefined && (((columns[place.column][at] as number) >>> place.bit) & 1) === 1;
}
