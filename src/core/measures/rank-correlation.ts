/**
 * Spearman's rank correlation of two lists of equal length, -1 to 1: Pearson's correlation of the ranks, where equal
 * numbers share the mean of their places. 0 where one list holds a single value throughout, or nothing.
 * @see C. Spearman, 1904, The American Journal of Psychology 15; mean ranks for ties.
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [centred(meanRanks(a)), centred(meanRanks(b))];
  const spread = Math.sqrt(product(x, x) * product(y, y));
  return spread === 0 ? 0 : product(x, y) / spread;
}

/** The place of each number among all, from 1; equal numbers share the mean of their places. */
function meanRanks(numbers: readonly number[]): number[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [n, number] of sorted.entries()) {
    if (!first.has(number)) first.set(number, n + 1);
    last.set(number, n + 1);
  }
  return numbers.map((number) => ((first.get(number) ?? 0) + (last.get(number) ?? 0)) / 2);
}

function centred(numbers: readonly number[]): number[] {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return numbers.map((number) => number - mean);
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, number, n) => sum + number * (b[n] ?? 0), 0);
}
