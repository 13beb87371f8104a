const ROUNDS = 30;
/** Keeps the slope finite where a value tells the two sides apart without an error. */
const RIDGE = 1e-3;

/**
 * Logistic regression on one value by Newton's method: gives the probability of the one side for any value. Both lists
 * are of equal length.
 * @see J. Platt, 1999, Probabilistic outputs for support vector machines: such a line makes a ranking a probability.
 */
export function fitLine(values: readonly number[], sides: readonly boolean[]): (value: number) => number {
  let [base, slope] = [0, 0];
  const chanceOf = (value: number) => 1 / (1 + Math.exp(-(base + slope * value)));
  for (let round = 0; round < ROUNDS; round++) {
    let [gradientBase, gradientSlope, weights, products, squares] = [0, -RIDGE * slope, RIDGE, 0, RIDGE];
    values.forEach((value, n) => {
      const chance = chanceOf(value);
      const error = Number(sides[n]) - chance;
      const weight = chance * (1 - chance);
      gradientBase += error;
      gradientSlope += error * value;
      weights += weight;
      products += weight * value;
      squares += weight * value * value;
    });
    const determinant = weights * squares - products * products;
    base += (squares * gradientBase - products * gradientSlope) / determinant;
    slope += (weights * gradientSlope - products * gradientBase) / determinant;
  }
  return chanceOf;
}
