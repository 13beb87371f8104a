import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import { UINT32_RANGE } from '#kernel/model/rng.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { maskOf } from '#market/generator/model/drawn-bits.ts';
import { FAMILY_NUMBERS, type Undrawn } from '#market/generator/model/drawn-market.ts';
import { isRecord, placeOf, type SignPlace } from './sign-places.ts';

/** One thing that a persona says or shows, with the place where it shows in the ads of a master text. */
export interface PlacedSign {
  readonly id: string;
  readonly kind: 'sign' | 'cue' | 'trap';
  readonly place: SignPlace;
}

/** Share of ads that also write out what their field of hours says, where that is all hours. */
const ALSO_WRITTEN = 0.4;
const ALWAYS = 'always-available';

/** What shows in records alone where a field says the opposite. */
const RECORD_BESIDE: Readonly<Record<string, string>> = { 'rest-gaps': ALWAYS };

/** What the ads of a master text say, each in its place: drawn for the master and the indicator alone. */
export function placesOf(
  family: Family,
  { said, shown, master }: { readonly said: number; readonly shown: number; readonly master: number },
  draw: KeyedFunction,
): PlacedSign[] {
  const fields = new Set(FAMILIES[family].shown.flatMap(({ id }, bit) => (((shown >>> bit) & 1) === 0 ? [] : [id])));
  return FAMILIES[family].said.flatMap(({ id, kind }, bit): PlacedSign[] => {
    if (((said >>> bit) & 1) === 0) return [];
    const beside = RECORD_BESIDE[id];
    if (beside !== undefined && fields.has(beside)) return [{ id, kind, place: 'record' }];
    return [{ id, kind, place: placeOf(family, id, (draw(master, bit, 0) >>> 0) / UINT32_RANGE) }];
  });
}

/** The bits of what an ad says that its page shows: all but those that only records show. */
export function saidOnPage({ columns, keys }: Pick<Undrawn, 'columns' | 'keys'>, at: number): number {
  const family = FAMILY_NUMBERS[columns.family[at] as number] as Family;
  const bits = {
    said: columns.said[at] as number,
    shown: columns.shown[at] as number,
    master: columns.text[at] as number,
  };
  const hidden = placesOf(family, bits, keys.of(SIGN_PLACES)).filter(({ place }) => isRecord(place));
  return hidden.reduce((said, { id }) => said & ~maskOf(family, id), bits.said);
}

/** The use of the keyed function that draws places. */
export const SIGN_PLACES = 'places of signs';

/** What shows in fields and records beside, and forbids lines; and whether all hours are written out as well. */
export function shownBeside(family: Family, shown: number, master: number, draw: KeyedFunction) {
  const ids = FAMILIES[family].shown.flatMap(({ id }, bit) => (((shown >>> bit) & 1) === 0 ? [] : [id]));
  const writes = ids.includes(ALWAYS) && (draw(master, 64, 0) >>> 0) / UINT32_RANGE < ALSO_WRITTEN;
  return { ids, written: writes ? [ALWAYS] : [] };
}
