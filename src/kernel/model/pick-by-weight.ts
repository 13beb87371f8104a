import { sumOf } from './sum-of.ts';

/**
 * The index that a number from 0 up to, but not including, 1 picks from weights: each as likely as its part of their sum.
 * The last weight above 0 where rounding leaves a rest; -1 if there is none.
 */
export function pickByWeight(weights: readonly number[], drawn: number, total = sumOf(weights)): number {
  let left = drawn * total;
  for (let n = 0; n < weights.length; n++) {
    left -= weights[n] as number;
    if (left < 0) return n;
  }
  return weights.findLastIndex((weight) => weight > 0);
}
