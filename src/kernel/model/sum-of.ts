/** The sum of the numbers of a list or a column; 0 if it is empty. */
export function sumOf(values: ArrayLike<number>): number {
  let total = 0;
  for (let n = 0; n < values.length; n++) total += values[n] as number;
  return total;
}
