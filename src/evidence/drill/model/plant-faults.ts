import type { Locker } from '#evidence/locker/model/locker.ts';
import { type FaultPlace, plantFault } from './plant-fault.ts';
import { readFaults } from './read-faults.ts';
import { ERROR_CODES, type ErrorCode } from './typical-errors.ts';

/** A fault to be planted, with the id of its item. */
export interface WantedFault {
  readonly code: ErrorCode;
  readonly item: string;
}

/** A planted fault with the items or log entries in which a careful reader sees it. */
export interface PlacedFault extends WantedFault {
  readonly place: FaultPlace;
  readonly items: readonly string[];
  readonly entries: readonly number[];
}

export interface FaultyLocker {
  readonly locker: Locker;
  /** In the order of their codes. */
  readonly faults: readonly PlacedFault[];
}

/** Faults that remove items or entries. They are planted first, so that they do not remove a planted one. */
const FIRST: readonly ErrorCode[] = ['E7', 'E17', 'E18', 'E16'];

/**
 * A copy of the locker with all wanted faults. Undefined if they cannot be combined: if one hides another, causes one
 * that was not wanted, or moves one to another page.
 */
export function plantFaults(locker: Locker, wanted: readonly WantedFault[]): FaultyLocker | undefined {
  const places = new Map<ErrorCode, FaultPlace>();
  let planted = locker;
  const rank = ({ code }: WantedFault) => (FIRST.includes(code) ? 0 : 1) * 100 + ERROR_CODES.indexOf(code);
  for (const { code, item } of wanted.toSorted((a, b) => rank(a) - rank(b))) {
    const next = plantFault(
      planted,
      code,
      planted.items.findIndex(({ facts }) => facts.itemId === item),
    );
    if (!next) return undefined;
    places.set(code, next.place);
    planted = next.locker;
  }
  const read = readFaults(planted);
  if (read.length !== wanted.length) return undefined;
  const faults = read.flatMap(({ code, items, entries }): PlacedFault[] => {
    const fault = wanted.find((entry) => entry.code === code);
    const place = places.get(code);
    if (!fault || !place) return [];
    const isThere = place === 'custody' ? items.length === 0 : items.length === 1 && items[0] === fault.item;
    return isThere ? [{ ...fault, place, items, entries }] : [];
  });
  return faults.length === wanted.length ? { locker: planted, faults } : undefined;
}
