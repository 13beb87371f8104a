/**
 * Spearman's rank correlation of two lists of equal length, -1 to 1: Pearson's correlation of the ranks, where ties
 * share the mean of their ranks. 0 if one list is empty or constant.
 * @see C. Spearman, 1904, The American Journal of Psychology 15; mean ranks for ties.
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [centred(meanRanks(a)), centred(meanRanks(b))];
  const spread = Math.sqrt(product(x, x) * product(y, y));
  return spread === 0 ? 0 : product(x, y) / spread;
}

/** The rank of each number, from 1; ties share the mean of their ranks. */
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
