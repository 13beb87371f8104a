import {
  DRILL_LOCKERS,
  type Drill,
  type DrillLockerId,
  drawDrill,
  lockerOfDrill,
} from '#evidence/drill/model/draw-drill.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { drillLocker } from '#kinds/preservation/use-cases/drill/drill-locker.ts';
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
