import { DAY, type Instant, toEpoch } from '#core/kernel/instant.ts';

/** A moment of the case as its screens tell it: the day since the case began, from 1, and the time of that day in UTC. */
export function caseClock(start: Instant, at: Instant): { readonly day: number; readonly time: string } {
  return { day: Math.floor(toEpoch(at) / DAY) - Math.floor(toEpoch(start) / DAY) + 1, time: at.slice(11, 16) };
}
