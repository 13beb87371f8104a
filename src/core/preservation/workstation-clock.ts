import { fromEpoch, type Instant, toEpoch } from '#core/kernel/instant.ts';

/** The clock of the workstation runs this far ahead where a case says nothing else. */
const USUAL_OFFSET_SECONDS = 37;

/** How far the workstation's clock is ahead of UTC in this exercise, in seconds; below zero where it is behind. */
export function workstationOffset(brief: Readonly<Record<string, unknown>> | undefined): number {
  const given = brief?.['clockOffsetSeconds'];
  return typeof given === 'number' ? given : USUAL_OFFSET_SECONDS;
}

/** What that clock shows at a moment of the case. */
export function workstationTime(instant: Instant, offsetSeconds: number): Instant {
  return fromEpoch(toEpoch(instant) + offsetSeconds);
}
