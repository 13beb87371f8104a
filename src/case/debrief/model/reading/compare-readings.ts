import type { Reading } from './reading.ts';

/** Minimum difference of two values to count as different, in units of d' and of c. */
const MIN_DIFFERENCE = 0.3;

/** Change in sharpness (d') and in readiness to flag (c) from one reading to the next. */
export interface ReadingChange {
  readonly sharpness: 'sharper' | 'same' | 'duller';
  readonly readiness: 'readier' | 'same' | 'slower';
}

/**
 * Compares two readings. Markets differ, so sharpness is taken relative to the ideal observer of each market; a lower c
 * means that the reader flags more readily. Undefined if one of them could not be measured.
 */
export function compareReadings(before: Reading, now: Reading): ReadingChange | undefined {
  if (before.dPrime === undefined || now.dPrime === undefined) return undefined;
  if (before.criterion === undefined || now.criterion === undefined) return undefined;
  const sharpness = lag(now) - lag(before);
  const readiness = before.criterion - now.criterion;
  return {
    sharpness: sharpness > MIN_DIFFERENCE ? 'sharper' : sharpness < -MIN_DIFFERENCE ? 'duller' : 'same',
    readiness: readiness > MIN_DIFFERENCE ? 'readier' : readiness < -MIN_DIFFERENCE ? 'slower' : 'same',
  };
}

/** Difference in d' to the ideal observer of the market; d' itself if there is no such figure. */
const lag = ({ dPrime, idealDPrime }: Reading) => (dPrime ?? 0) - (idealDPrime ?? 0);
