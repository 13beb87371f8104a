import { DAY } from '#kernel/model/instant.ts';
import { type Rng, UINT32_RANGE } from '#kernel/model/rng.ts';
import type { Family } from '#market/ads/model/families.ts';
import { GROUPED_TRACES } from '#market/ads/model/families.ts';
import type { Planting } from '#market/ads/model/schemas.ts';
import { maskOf } from './drawn-bits.ts';
import { FAMILY_NUMBERS, MARKET_DAYS } from './drawn-market.ts';
import { FLAG, type MarketColumns } from './market-columns.ts';

/** Copies ads with outdated data to the mirror, whatever the actor. */
export function copyToMirror(
  columns: MarketColumns,
  rows: readonly number[],
  places: Uint32Array,
  mirror: number,
  copies: number,
  planting: Planting,
  rng: Rng,
): void {
  for (let n = 0; n < copies; n++) {
    const place = places[n] as number;
    let source = rows[rng.int(rows.length)] as number;
    while (columns.withheld[source] !== 0) source = rows[rng.int(rows.length)] as number;
    for (const column of FACTS) columns[column][place] = columns[column][source] as number;
    for (const trace of GROUPED_TRACES) columns.groups[trace][place] = columns.groups[trace][source] as number;
    columns.site[place] = mirror;
    const later = (columns.posted[source] as number) + (1 + rng.int(4)) * DAY + rng.int(DAY);
    columns.posted[place] = Math.min(later, MARKET_DAYS * DAY + rng.int(3000));
    const isStale = rng.next() < planting.stale * UINT32_RANGE;
    columns.flags[place] =
      FLAG.mirrored | ((columns.flags[source] as number) & FLAG.otherFormat) | (isStale ? FLAG.stale : 0);
    // An outdated number is not shared with any other ad.
    if (isStale && columns.groups.phone[place] !== 0) {
      columns.groups.phone[place] = 0;
      columns.shown[place] =
        (columns.shown[place] as number) &
        ~maskOf(FAMILY_NUMBERS[columns.family[place] as number] as Family, 'shared-phone');
    }
  }
}

const FACTS = [
  'actor',
  'persona',
  'type',
  'tone',
  'purpose',
  'author',
  'told',
  'family',
  'said',
  'shown',
  'name',
  'other',
  'town',
  'origin',
  'gender',
  'language',
  'empty',
  'percent',
  'renewals',
  'master',
  'nth',
  'genre',
  'whole',
  'variant',
  'anyShown',
  'allShown',
] as const satisfies readonly (keyof MarketColumns)[];
