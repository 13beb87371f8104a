import { type BitSet, createBits } from './bit-set.ts';
import { bitsByNumber } from './choice-column.ts';
import type { ValueRange } from './market-query.ts';

/**
 * Column of a range facet. For each value it has the set of ads up to it, so that a range is the difference of two
 * sets: one bit per ad and value. A market has a few dozen prices and days.
 */
export interface RangeColumn<Value extends number | string> {
  /** In ascending order. */
  readonly values: readonly Value[];
  /** By ad: 0 if it has no value, else 1 + the index of its value. */
  readonly numbers: Uint16Array;
  /** By number of a value: the ads with it or a smaller one; the first set is empty. */
  readonly upTo: readonly BitSet[];
}

/** Builds a column from the values of the ads, by ad; `undefined` for an ad without a value. */
export function createRangeColumn<Value extends number | string>(
  written: readonly (Value | undefined)[],
): RangeColumn<Value> {
  const values = [...new Set(written)].filter((value) => value !== undefined).sort((a, b) => (a < b ? -1 : 1));
  const numberOf = new Map(values.map((value, n) => [value, n + 1]));
  const numbers = Uint16Array.from(written, (value) => (value === undefined ? 0 : (numberOf.get(value) as number)));
  const upTo = [createBits(written.length), ...bitsByNumber(numbers, values.length)];
  for (let n = 1; n < upTo.length; n++) {
    const before = upTo[n - 1] as BitSet;
    const bits = upTo[n] as BitSet;
    for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) | (before[word] as number);
  }
  return { values, numbers, upTo };
}

/** The ads whose value is in the range; an ad without a value is in no range. */
export function adsInRange<Value extends number | string>(
  { values, upTo }: RangeColumn<Value>,
  { from, to }: ValueRange<Value>,
): BitSet {
  const first = from === undefined ? 0 : countWhile(values, (value) => value < from);
  const end = to === undefined ? values.length : countWhile(values, (value) => value <= to);
  const found = createBits((upTo[0] as BitSet).length * 32);
  if (first >= end) return found;
  const below = upTo[first] as BitSet;
  const within = upTo[end] as BitSet;
  for (let n = 0; n < found.length; n++) found[n] = (within[n] as number) & ~(below[n] as number);
  return found;
}

/**
 * Binary search: the length of the prefix that passes; `passes` must be false for all values after the first failure.
 */
export function countWhile<Value>(values: readonly Value[], passes: (value: Value) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(values[middle] as Value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
