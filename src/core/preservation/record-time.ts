import { isInstant, toEpoch } from '#core/kernel/instant.ts';
import type { CapturedItem } from './play.ts';

/** Two seconds of tolerance on a written time. */
const TOLERANCE_SECONDS = 2;

/** True where the record gives the time of capture in UTC, `offsetSeconds` later, within the tolerance. */
export function isTimeOf({ record, capturedAt }: CapturedItem, offsetSeconds = 0): boolean {
  const written = record?.time ?? '';
  return isInstant(written) && Math.abs(toEpoch(written) - toEpoch(capturedAt) - offsetSeconds) <= TOLERANCE_SECONDS;
}
