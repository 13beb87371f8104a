import { type KeyedFunction, keyedFunction, keyFor } from '#kernel/model/keyed-function.ts';
import { type KeyedPermutation, keyedPermutation } from '#kernel/model/keyed-permutation.ts';

/** Everything in a market that has to look drawn although it is computed: one key of 128 bits for each use. */
export interface MarketKeys {
  /** A pseudorandom function of one use. */
  of(use: string): KeyedFunction;
  /** A permutation of the integers below a size, for one use. */
  permutation(use: string, size: number): KeyedPermutation;
}

/** The keys of a market, each derived from its seed when it is first asked for. */
export function createMarketKeys(seed: string): MarketKeys {
  const functions = new Map<string, KeyedFunction>();
  const permutations = new Map<string, KeyedPermutation>();
  function of(use: string): KeyedFunction {
    const known = functions.get(use) ?? keyedFunction(keyFor(seed, use));
    functions.set(use, known);
    return known;
  }
  return {
    of,
    permutation(use, size) {
      const name = `${use} ${size}`;
      const known = permutations.get(name) ?? keyedPermutation(size, of(use));
      permutations.set(name, known);
      return known;
    },
  };
}
