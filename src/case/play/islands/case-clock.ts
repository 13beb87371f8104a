import { DAY, type Instant, toEpoch } from '#kernel/model/instant.ts';
import { dayAndTime } from '#market/ads/screens/instant-words.ts';

/**
 * A moment of the case as its screens tell it: the day since the case began, from 1, and beside it the date and the time in
 * UTC, as the debrief, the pages and the records name them ("12 Mar, 10:13").
 */
export function caseClock(start: Instant, at: Instant): { readonly day: number; readonly moment: string } {
  const day = Math.floor(toEpoch(at) / DAY) - Math.floor(toEpoch(start) / DAY) + 1;
  return { day, moment: dayAndTime(at) };
}
