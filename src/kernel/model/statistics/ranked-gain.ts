/** Discount at a position of a list, counted from 0: later positions are seen less. */
const discount = (place: number) => 1 / Math.log2(place + 2);

/** Gain of a relevance grade, 2^r - 1: grade 0 gains nothing, grade 3 seven times as much as grade 1. */
const gain = (relevance: number) => 2 ** relevance - 1;

/** Discounted cumulative gain (DCG) of the first `k` of a list, given its relevances in list order. */
export function discountedGain(relevances: readonly number[], k: number): number {
  return relevances.slice(0, k).reduce((sum, relevance, place) => sum + gain(relevance) * discount(place), 0);
}

/**
 * NDCG@k: the DCG of the first `k` divided by that of the best order of `all`, from 0 to 1. Undefined if nothing is
 * relevant.
 * @see K. Jarvelin and J. Kekalainen, 2002, ACM Transactions on Information Systems 20.
 */
export function normalisedGain(ranked: readonly number[], all: readonly number[], k: number): number | undefined {
  const best = discountedGain(
    all.toSorted((a, b) => b - a),
    k,
  );
  return best > 0 ? discountedGain(ranked, k) / best : undefined;
}

/** Expected NDCG@k of a list in random order: the baseline. */
export function baselineGain(all: readonly number[], k: number): number | undefined {
  const mean = all.reduce((sum, relevance) => sum + gain(relevance), 0) / all.length;
  const best = discountedGain(
    all.toSorted((a, b) => b - a),
    k,
  );
  if (!(best > 0)) return undefined;
  let seen = 0;
  for (let place = 0; place < Math.min(k, all.length); place++) seen += discount(place);
  return (mean * seen) / best;
}

/** How many relevant things are among the first `k`: found, and the maximum that k positions can hold. */
export function foundAt(ranked: readonly number[], all: readonly number[], k: number): readonly [number, number] {
  const relevant = (list: readonly number[]) => list.filter((relevance) => relevance > 0).length;
  return [relevant(ranked.slice(0, k)), Math.min(k, relevant(all))];
}
