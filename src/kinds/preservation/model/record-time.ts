import { isInstant, toEpoch } from '#kernel/model/instant.ts';
import type { CapturedItem } from './play.ts';

/** Tolerance for a time in a record. */
const TOLERANCE_SECONDS = 2;

/** True if the record gives the UTC time of capture plus `offsetSeconds`, within the tolerance. */
export function isTimeOf({ record, capturedAt }: CapturedItem, offsetSeconds = 0): boolean {
  const written = record?.time ?? '';
  return isInstant(written) && Math.abs(toEpoch(written) - toEpoch(capturedAt) - offsetSeconds) <= TOLERANCE_SECONDS;
}
