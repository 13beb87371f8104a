import type { Reading } from './reading.ts';

/** How far two values have to lie apart to be called different, in units of d' and of c. */
const APART = 0.3;

/** What became of sharpness and of readiness to flag, from one reading to the next. */
export interface Change {
  readonly sharpness: 'sharper' | 'same' | 'duller';
  readonly readiness: 'readier' | 'same' | 'slower';
}

/**
 * Compares two readings. Markets differ, so sharpness is held against what each market allows; a lower c is a readier flag.
 * Undefined where one of them could not be measured.
 */
export function compareReadings(before: Reading, now: Reading): Change | undefined {
  if (before.dPrime === undefined || now.dPrime === undefined) return undefined;
  if (before.criterion === undefined || now.criterion === undefined) return undefined;
  const sharpness = lag(now) - lag(before);
  const readiness = before.criterion - now.criterion;
  return {
    sharpness: sharpness > APART ? 'sharper' : sharpness < -APART ? 'duller' : 'same',
    readiness: readiness > APART ? 'readier' : readiness < -APART ? 'slower' : 'same',
  };
}

/** How far a reader stays behind the ideal observer of the market; d' itself where there is none. */
const lag = ({ dPrime, idealDPrime }: Reading) => (dPrime ?? 0) - (idealDPrime ?? 0);
