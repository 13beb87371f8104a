import { fromEpoch, type Instant, toEpoch } from '#kernel/model/instant.ts';

/** Default offset of the workstation's clock from UTC, positive if ahead. */
const DEFAULT_OFFSET_SECONDS = 37;

/** Offset of the workstation's clock from UTC in this exercise, in seconds: positive if ahead, negative if behind. */
export function workstationOffset(brief: object | undefined): number {
  const given = brief && 'clockOffsetSeconds' in brief ? brief.clockOffsetSeconds : undefined;
  return typeof given === 'number' ? given : DEFAULT_OFFSET_SECONDS;
}

/** The time that the workstation's clock shows at a moment of the case. */
export function workstationTime(instant: Instant, offsetSeconds: number): Instant {
  return fromEpoch(toEpoch(instant) + offsetSeconds);
}
