import { fromEpoch, type Instant, toEpoch } from '#core/kernel/instant.ts';

/** The clock of the invented workstation runs this far ahead, so that a time copied from it is wrong until it is checked. */
export const WORKSTATION_OFFSET_SECONDS = 37;

/** What the workstation's clock shows at a moment of the case. */
export function workstationTime(instant: Instant): string {
  return spaced(fromEpoch(toEpoch(instant) + WORKSTATION_OFFSET_SECONDS));
}

/** A moment as date and time with a space between, without a word for the zone. */
export function spaced(instant: Instant): string {
  return instant.replace('T', ' ').replace('Z', '');
}
