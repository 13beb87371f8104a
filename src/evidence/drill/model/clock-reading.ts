import type { CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { type LooseEntry, withLog } from '#evidence/locker/model/rechain.ts';
import { workstationTime } from '#evidence/locker/model/workstation-clock.ts';
import { type Instant, isInstant, toEpoch } from '#kernel/model/instant.ts';

const ACTION = 'clock.checked';
const READING = /^(-?\d+) s; workstation (\S+), reference (\S+)$/;

/** A reading of the workstation's clock: how many seconds it was ahead of the reference clock, and its entry. */
export interface ClockReading {
  readonly seconds: number;
  readonly entry: CustodyEntry;
}

/** The reason of an entry at `utc` that reads both clocks, where the workstation's is `seconds` ahead. */
function reasonOf(utc: Instant, seconds: number): string {
  return `${seconds} s; workstation ${workstationTime(utc, seconds)}, reference ${utc}`;
}

/**
 * The locker with both clocks written into each entry of a clock check. At the workbench that entry has only the
 * difference, from which nobody can see that a clock was read. `seconds` replaces the difference that was noted.
 */
export function withClockReading(locker: Locker, seconds?: number): Locker {
  const entries = locker.custody.map((entry): LooseEntry => {
    const noted = seconds ?? Number.parseInt(entry.reason, 10);
    return entry.action === ACTION ? { ...entry, reason: reasonOf(entry.utc, noted) } : entry;
  });
  return withLog(locker, entries);
}

/**
 * The last reading of the clock before the first capture. Undefined if there is none, or if its two clocks do not have
 * the difference that it notes.
 */
export function clockReading({ custody }: Pick<Locker, 'custody'>): ClockReading | undefined {
  const captured = custody.findIndex(({ action }) => action === 'page.captured');
  const entry = custody.slice(0, Math.max(captured, 0)).findLast(({ action }) => action === ACTION);
  const [, noted, workstation, reference] = READING.exec(entry?.reason ?? '') ?? [];
  if (!entry || !isInstant(workstation) || !isInstant(reference) || reference !== entry.utc) return undefined;
  const seconds = toEpoch(workstation) - toEpoch(reference);
  return seconds === Number(noted) ? { seconds, entry } : undefined;
}
