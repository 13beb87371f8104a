/** The sum of values, each times its weight. Both lists have one entry per actor. */
export function weightedSum(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += (values[n] as number) * (weights[n] as number);
  return sum;
}
