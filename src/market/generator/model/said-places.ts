import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import { UINT32_RANGE } from '#kernel/model/rng.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { maskOf } from './drawn-bits.ts';
import { familyAt, type Undrawn } from './drawn-market.ts';
import type { MarketColumns } from './market-columns.ts';
import { FIELD_OF, isRecord, placeOf, type SignPlace } from './sign-places.ts';

/** One thing that a persona says or shows, with the place where it shows in the ads of a master text. */
export interface PlacedSign {
  readonly id: string;
  readonly kind: 'sign' | 'cue' | 'trap';
  readonly place: SignPlace;
}

/** Shares of ads that also write out what a field shows: all hours, or pay that is a bait. */
const ALSO_WRITTEN: Readonly<Record<string, number>> = { 'always-available': 0.4, 'lj-pay-too-good': 0.5 };

/**
 * What shows in records alone where the page says the opposite: all hours beside time off, and a text that stands under
 * several names beside the words of one person who is known for years.
 */
const RECORD_BESIDE: Readonly<Record<string, string>> = {
  'rest-gaps': 'always-available',
  'continuity-of-identity': 'template-text',
};

/** What an ad says, and what the ads of its master text show: `anyShown` in one or more of them, `allShown` in each. */
export interface MasterBits {
  readonly said: number;
  readonly anyShown: number;
  readonly allShown: number;
  readonly master: number;
}

/** The bits of the ad at a place. */
export const masterBitsAt = (columns: MarketColumns, at: number): MasterBits => ({
  said: columns.said[at] as number,
  anyShown: columns.anyShown[at] as number,
  allShown: columns.allShown[at] as number,
  master: columns.master[at] as number,
});

/** What the ads of a master text say, each in its place: drawn for the master and the indicator alone. */
export function placesOf(family: Family, { said, anyShown, master }: MasterBits, draw: KeyedFunction): PlacedSign[] {
  const fields = new Set(FAMILIES[family].shown.flatMap(({ id }, bit) => (((anyShown >>> bit) & 1) === 0 ? [] : [id])));
  const taken = new Map<string, string>();
  return FAMILIES[family].said.flatMap(({ id, kind }, bit): PlacedSign[] => {
    if (((said >>> bit) & 1) === 0) return [];
    const beside = RECORD_BESIDE[id];
    if (beside !== undefined && fields.has(beside)) return [{ id, kind, place: 'record' }];
    const place = placeOf(family, id, (draw(master, bit, 0) >>> 0) / UINT32_RANGE);
    if (place !== 'field') return [{ id, kind, place }];
    // A field shows one thing; what would stand there as well is said in the text.
    const field = FIELD_OF[id] as string;
    const isFree = (taken.get(field) ?? id) === id;
    if (isFree) taken.set(field, id);
    return [{ id, kind, place: isFree ? place : 'text' }];
  });
}

/** The bits of what an ad says that its page shows: all but those that only records show. */
export function saidOnPage({ columns, keys }: Pick<Undrawn, 'columns' | 'keys'>, at: number): number {
  const family = familyAt(columns, at);
  const bits = masterBitsAt(columns, at);
  const hidden = placesOf(family, bits, keys.of(SIGN_PLACES)).filter(({ place }) => isRecord(place));
  return hidden.reduce((said, { id }) => said & ~maskOf(family, id), bits.said);
}

/** The use of the keyed function that draws places. */
export const SIGN_PLACES = 'places of signs';

/**
 * What shows in fields and records beside an ad of the master text, and forbids lines; and what is written out as well,
 * where each of its ads shows it.
 */
export function shownBeside(family: Family, { anyShown, allShown, master }: MasterBits, draw: KeyedFunction) {
  const { shown } = FAMILIES[family];
  const ids = shown.flatMap(({ id }, bit) => (((anyShown >>> bit) & 1) === 0 ? [] : [id]));
  const written = shown.flatMap(({ id }, bit) =>
    ((allShown >>> bit) & 1) === 1 && (draw(master, 64 + bit, 0) >>> 0) / UINT32_RANGE < (ALSO_WRITTEN[id] ?? 0)
      ? [id]
      : [],
  );
  return { ids, written };
}
