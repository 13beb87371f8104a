import { restDaysOf } from '#market/posts/model/facts-of-services.ts';
import { bitOf } from './drawn-bits.ts';
import { familyAt, type RecordStory, type Undrawn } from './drawn-market.ts';
import { HOURS_OF_PERSONAS } from './post-at.ts';
import { masterBitsAt, placesOf, SIGN_PLACES } from './said-places.ts';

/** What a note shows, where the indicator shows in records. */
const NOTED: ReadonlySet<string> = new Set(['coercion-slip']);

/** Says of each post of a market what its records show. */
export function createRecordStories(market: Undrawn): (at: number) => RecordStory {
  const { columns, keys, order } = market;
  const { notes } = order.posts;
  const hours = keys.of(HOURS_OF_PERSONAS);
  const places = keys.of(SIGN_PLACES);
  return (at) => {
    const persona = columns.persona[at] as number;
    // Places are drawn from the columns alone: who asks for records alone needs no text.
    const placed = placesOf(familyAt(columns, at), masterBitsAt(columns, at), places);
    const inRecords = placed.flatMap(({ id, place }) => (place === 'record' ? [id] : []));
    return {
      notes,
      noted: inRecords.filter((id) => NOTED.has(id)),
      restDays: bitOf(market, at, 'rest-gaps') ? restDaysOf((n) => hours(persona, n, 0)) : [],
      isOldAccount: bitOf(market, at, 'continuity-of-identity'),
    };
  };
}
