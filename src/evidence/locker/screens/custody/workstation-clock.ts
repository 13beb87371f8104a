import { workstationTime } from '#evidence/locker/model/workstation-clock.ts';
import type { Instant } from '#kernel/model/instant.ts';

/** What the workstation's clock shows at a moment of the case, as date and time. */
export function clockShows(instant: Instant, offsetSeconds: number): string {
  return spaced(workstationTime(instant, offsetSeconds));
}

/** A moment as date and time with a space between, without a word for the zone. */
export function spaced(instant: Instant): string {
  return instant.replace('T', ' ').replace('Z', '');
}
