/** How often each of several things counts. */
export type SumWeights = ArrayLike<number>;

/** The sum of values, each times its weight. Both lists are of equal length. */
export function weightedSum(values: ArrayLike<number>, weights: SumWeights): number {
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += (values[n] as number) * (weights[n] as number);
  return sum;
}
