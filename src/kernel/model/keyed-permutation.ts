import type { KeyedFunction } from './keyed-function.ts';

/** A permutation of the integers from 0 up to, but not including, `size`; each value is computed by itself. */
export interface KeyedPermutation {
  readonly size: number;
  at(index: number): number;
  /** The index that `at` maps to a value. */
  indexOf(value: number): number;
}

/** Rounds of the Feistel network: four resist chosen queries in both directions (Luby and Rackoff). */
const ROUNDS = 4;

/**
 * A permutation of any size under a key: a Feistel network over the next larger product of two halves, walked along its
 * cycle until a value lies below the size.
 * @see M. Luby and C. Rackoff, "How to construct pseudorandom permutations", 1988; J. Black and P. Rogaway, "Ciphers with
 *   arbitrary finite domains", 2002 (cycle walking).
 */
export function keyedPermutation(size: number, key: KeyedFunction, use = 0): KeyedPermutation {
  if (!Number.isInteger(size) || size < 1 || size > 2 ** 32)
    throw new RangeError(`keyedPermutation: ${size} is not a whole number from 1 to 2^32`);
  const high = Math.ceil(Math.sqrt(size));
  const low = Math.ceil(size / high);
  /** One round changes one half; rounds of even number the high one. */
  const offset = (round: number, other: number, base: number) => key(other, round, use) % base;

  function forward(index: number): number {
    let [left, right] = [Math.floor(index / low), index % low];
    for (let round = 0; round < ROUNDS; round++) {
      if (round % 2 === 0) left = (left + offset(round, right, high)) % high;
      else right = (right + offset(round, left, low)) % low;
    }
    return left * low + right;
  }
  function backward(value: number): number {
    let [left, right] = [Math.floor(value / low), value % low];
    for (let round = ROUNDS - 1; round >= 0; round--) {
      if (round % 2 === 0) left = (left + high - offset(round, right, high)) % high;
      else right = (right + low - offset(round, left, low)) % low;
    }
    return left * low + right;
  }
  return {
    size,
    at(index) {
      let value = forward(index);
      while (value >= size) value = forward(value);
      return value;
    },
    indexOf(value) {
      let index = backward(value);
      while (index >= size) index = backward(index);
      return index;
    },
  };
}
