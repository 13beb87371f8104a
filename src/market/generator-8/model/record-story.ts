import type { Family } from '#market/ads/model/families.ts';
import { bitOf } from '#market/generator/model/drawn-bits.ts';
import { FAMILY_NUMBERS, type RecordStory, type Undrawn } from '#market/generator/model/drawn-market.ts';
import { restDaysOf } from '#market/posts/model/facts-of-services.ts';
import { postsOf } from './assign-masters.ts';
import type { MarketColumns8 } from './columns.ts';
import { HOURS_OF_PERSONAS } from './post-at.ts';
import { masterBitsAt, placesOf, SIGN_PLACES } from './said-places.ts';

/** What a note shows, where the indicator shows in records. */
const NOTED: ReadonlySet<string> = new Set(['coercion-slip']);

/** Says of each post of a market what its records show. */
export function createRecordStories(market: Undrawn<MarketColumns8>): (at: number) => RecordStory {
  const { columns, keys } = market;
  const { notes } = postsOf(market);
  const hours = keys.of(HOURS_OF_PERSONAS);
  return (at) => {
    const family = FAMILY_NUMBERS[columns.family[at] as number] as Family;
    const persona = columns.persona[at] as number;
    const inRecords = placesOf(family, masterBitsAt(columns, at), keys.of(SIGN_PLACES)).flatMap(({ id, place }) =>
      place === 'record' ? [id] : [],
    );
    return {
      notes,
      noted: inRecords.filter((id) => NOTED.has(id)),
      restDays: bitOf(market, at, 'rest-gaps') ? restDaysOf((n) => hours(persona, n, 0)) : [],
      isOldAccount: bitOf(market, at, 'continuity-of-identity'),
    };
  };
}
