/**
 * Cohen's weighted kappa with quadratic weights: agreement of two ratings on an ordinal scale beyond chance. `table`
 * holds counts, one row of `steps` per grade of the first rating. 1 if both use one single grade throughout and it is
 * the same; 0 if chance alone would agree as well, and if nothing was counted.
 * @see J. Cohen, 1968, Psychological Bulletin 70.
 */
export function weightedKappa(table: ArrayLike<number>, steps: number): number {
  let total = 0;
  let given = 0;
  let wanted = 0;
  let givenSquares = 0;
  let wantedSquares = 0;
  let observed = 0;
  for (let a = 0; a < steps; a++)
    for (let b = 0; b < steps; b++) {
      const count = table[a * steps + b] as number;
      total += count;
      given += a * count;
      wanted += b * count;
      givenSquares += a * a * count;
      wantedSquares += b * b * count;
      observed += (a - b) ** 2 * count;
    }
  // Under chance the mean of (a - b)^2 is the mean of a^2, minus twice the product of the means, plus the mean of b^2.
  const expected = givenSquares + wantedSquares - (2 * given * wanted) / total;
  if (!(expected > 0)) return total > 0 && observed === 0 ? 1 : 0;
  return 1 - observed / expected;
}
