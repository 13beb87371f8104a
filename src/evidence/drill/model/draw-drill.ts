import type { Locker } from '#evidence/locker/model/locker.ts';
import { type Rng, stream } from '#kernel/model/rng.ts';
import { ODDITY_IDS, type Oddity } from './oddities.ts';
import { type FaultyLocker, plantFaults } from './plant-faults.ts';
import { type PlantedOddity, plantOddity } from './plant-oddity.ts';
import { readFaults } from './read-faults.ts';
import { readOddities } from './read-oddities.ts';
import { ERROR_CODES } from './typical-errors.ts';

/** A locker to be judged, with its faults (0 to 3) and its harmless oddities. */
export interface Drill extends FaultyLocker {
  readonly oddities: readonly Oddity[];
}

/** The clean lockers in which drills are planted; each is a separate file. */
export const DRILL_LOCKERS = ['1', '2', '3', '4', '5'] as const;
export type DrillLockerId = (typeof DRILL_LOCKERS)[number];

/** Fault counts of twenty consecutive drills, before shuffling: four of them have none. */
const RUN = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3];
const MAX_ODDITIES = 2;

/** The locker in which a drill is planted. `number` is at least 1. */
export function lockerOfDrill(number: number): DrillLockerId {
  return DRILL_LOCKERS[(number - 1) % DRILL_LOCKERS.length] as DrillLockerId;
}

/** Number of faults of a drill. */
export function faultCount(number: number): number {
  const run = Math.floor((number - 1) / RUN.length);
  return shuffled(RUN, stream(`drill run ${run}`, 'faults'))[(number - 1) % RUN.length] as number;
}

/**
 * Draws a drill in a clean locker. The same number and locker always give the same drill. Oddities are planted first,
 * then faults; each is tried in the drawn order and planted if it does not disturb the earlier ones.
 */
export function drawDrill(whole: Locker, number: number): Drill {
  const odd = withOddities(whole, stream(`drill ${number}`, 'oddities'));
  const faulty = withFaults(odd, faultCount(number), stream(`drill ${number}`, 'faults'));
  return { ...faulty, oddities: readOddities(faulty.locker) };
}

function withOddities(whole: Locker, rng: Rng): Locker {
  const most = rng.int(MAX_ODDITIES + 1);
  let locker = whole;
  for (const id of shuffled(ODDITY_IDS, rng)) {
    const before = readOddities(locker);
    if (before.length >= most) break;
    if (id === 'gone' || id === 'sent-on' || before.some((known) => known.id === id)) continue;
    locker = oddIn(locker, id, shuffled([...locker.items.keys()], rng)) ?? locker;
  }
  return locker;
}

/**
 * Plants an oddity in the first item in which it can be read afterwards without a fault; undefined if there is none.
 */
function oddIn(locker: Locker, id: PlantedOddity, items: readonly number[]): Locker | undefined {
  const known = idsOf(readOddities(locker));
  for (const n of items) {
    const odd = plantOddity(locker, id, n);
    const isOneMore = odd && sameIds(idsOf(readOddities(odd)), [...known, id]);
    if (odd && isOneMore && readFaults(odd).length === 0) return odd;
  }
  return undefined;
}

function withFaults(locker: Locker, count: number, rng: Rng): FaultyLocker {
  const known = idsOf(readOddities(locker));
  let faulty: FaultyLocker = { locker, faults: [] };
  for (const code of shuffled(ERROR_CODES, rng)) {
    if (faulty.faults.length === count) break;
    // E16 adds a request to the log. Without its letter in the locker, that would be a second mistake.
    if (code === 'E16' && locker.letters.length === 0) continue;
    for (const { facts } of shuffled(locker.items, rng)) {
      const next = plantFaults(locker, [...faulty.faults, { code, item: facts.itemId }]);
      if (!next || !sameIds(idsOf(readOddities(next.locker)), known)) continue;
      faulty = next;
      break;
    }
  }
  return faulty;
}

const idsOf = (oddities: readonly Oddity[]) => oddities.map(({ id }) => id as string);
const sameIds = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((id) => others.includes(id));

function shuffled<Value>(values: readonly Value[], rng: Rng): Value[] {
  const rest = [...values];
  return values.map(() => rest.splice(rng.int(rest.length), 1)[0] as Value);
}
