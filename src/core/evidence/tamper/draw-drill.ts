import { type Rng, stream } from '#core/kernel/rng.ts';
import type { Locker } from '../locker.ts';
import { ODDITY_IDS, type Oddity } from './oddities.ts';
import { type FaultyLocker, plantFaults } from './plant-faults.ts';
import { type PlantedOddity, plantOddity } from './plant-oddity.ts';
import { readFaults } from './read-faults.ts';
import { readOddities } from './read-oddities.ts';
import { ERROR_CODES } from './typical-errors.ts';

/** A locker to be judged: its faults, none to three, and what looks like one and is none. */
export interface Drill extends FaultyLocker {
  readonly oddities: readonly Oddity[];
}

/** The lockers in which drills are planted; each is a file of its own. */
export const DRILL_LOCKERS = ['1', '2', '3', '4', '5'] as const;
export type DrillLockerId = (typeof DRILL_LOCKERS)[number];

/** How many faults the drills of a run of twenty numbers have, before they are mixed: four of them have none. */
const RUN = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3];
const MAX_ODDITIES = 2;

/** The locker that the drill of a number, 1 or more, is planted in. */
export function lockerOfDrill(number: number): DrillLockerId {
  return DRILL_LOCKERS[(number - 1) % DRILL_LOCKERS.length] as DrillLockerId;
}

/** How many faults the drill of a number has. */
export function faultCount(number: number): number {
  const run = Math.floor((number - 1) / RUN.length);
  return shuffled(RUN, stream(`drill run ${run}`, 'faults'))[(number - 1) % RUN.length] as number;
}

/**
 * The drill of a number, planted in a locker without a fault. The same number and locker always give the same drill. Oddities
 * come first, then faults, each tried in the order of the draw until it can stand beside those before it.
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

/** The oddity in the first of the items that can carry it and then shows it, and no fault. */
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
    // A request that the log alone knows of would be a second mistake: its letter would be missing.
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
