import { InvariantError } from '#kernel/model/invariant.ts';

/** A draw without replacement: `picked` things out of `of`, of which `marked` are marked. */
export interface Draw {
  readonly of: number;
  readonly marked: number;
  readonly picked: number;
  /** What each marked thing among those picked counts: a whole number. */
  readonly worth: number;
}

/**
 * The probability, 0 to 1, that picks made without knowing the marks reach at least this total worth: the tail of a sum
 * of independent hypergeometric variables, counted exactly. `worth` is the total that was reached.
 */
export function chanceOfAtLeast(draws: readonly Draw[], worth: number): number {
  let sums = Float64Array.of(1);
  for (const draw of draws) {
    const shares = sharesOf(draw);
    const next = new Float64Array(sums.length + (shares.length - 1) * draw.worth);
    for (const [found, share] of shares.entries()) {
      if (share === 0) continue;
      for (let sum = 0; sum < sums.length; sum++) {
        const at = sum + found * draw.worth;
        next[at] = (next[at] as number) + (sums[sum] as number) * share;
      }
    }
    sums = next;
  }
  let chance = 0;
  for (let sum = Math.max(0, worth); sum < sums.length; sum++) chance += sums[sum] as number;
  return Math.min(1, chance);
}

/** Probability of each number of marked things among those picked, by that number. */
function sharesOf({ of, marked, picked }: Draw): number[] {
  if (marked > of || picked > of)
    throw new InvariantError(`${picked} picked and ${marked} marked of ${of}: no more than there are. Check the draw.`);
  const all = choose(of, picked);
  return Array.from(
    { length: Math.min(marked, picked) + 1 },
    (_, found) => (choose(marked, found) * choose(of - marked, picked - found)) / all,
  );
}

/** Binomial coefficient: the number of ways to choose `few` out of `many`. */
function choose(many: number, few: number): number {
  if (few < 0 || few > many) return 0;
  let ways = 1;
  for (let n = 1; n <= few; n++) ways = (ways * (many - few + n)) / n;
  return ways;
}
