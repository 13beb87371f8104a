import { DAY, type Instant, toEpoch } from '#kernel/model/instant.ts';

/** How many ads were posted on each day, from the first day of the market to its last. */
export function dayColumns(posted: readonly Instant[], from: Instant, until: Instant): number[] {
  const first = Math.floor(toEpoch(from) / DAY);
  const days = new Array<number>(Math.floor(toEpoch(until) / DAY) - first + 1).fill(0);
  for (const instant of posted) {
    const day = Math.floor(toEpoch(instant) / DAY) - first;
    if (day in days) days[day] = (days[day] as number) + 1;
  }
  return days;
}
