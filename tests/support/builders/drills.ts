import { drillLocker } from '#app/evidence/drill-locker.ts';
import type { Locker } from '#core/evidence/locker.ts';
import {
  DRILL_LOCKERS,
  type Drill,
  type DrillLockerId,
  drawDrill,
  lockerOfDrill,
} from '#core/evidence/tamper/draw-drill.ts';
import { LIBRARY } from './the-library.ts';

const lockers = new Map(DRILL_LOCKERS.map((id) => [id, drillLocker(LIBRARY, id)]));

/** A locker of the tamper drill before anything is planted in it. */
export function drillBase(id: DrillLockerId): Locker {
  return lockers.get(id) as Locker;
}

/** The drill that the page shows under a number. */
export function drillOf(number: number): Drill {
  return drawDrill(drillBase(lockerOfDrill(number)), number);
}
