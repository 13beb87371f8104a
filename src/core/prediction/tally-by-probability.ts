import type { ActorWeights, ScoredAds } from './scored-ads.ts';

/** Ads counted by the probability given to them, lowest first. Entry n of both lists is about the same probability. */
export interface ProbabilityTally {
  readonly positives: ArrayLike<number>;
  readonly others: ArrayLike<number>;
}

/**
 * Sorts the ads once, and then counts them for any weights in one pass. Takes n log n steps for the sorting and n for each
 * count.
 */
export function tallyByProbability(ads: ScoredAds): (weights: ActorWeights) => ProbabilityTally {
  const values = distinct(ads.probability);
  const ranks = Uint32Array.from(ads.probability, (probability) => placeOf(values, probability));
  const ends = new Uint32Array(values.length);
  for (const rank of ranks) ends[rank] = (ends[rank] as number) + 1;
  for (let rank = 1; rank < ends.length; rank++) ends[rank] = (ends[rank] as number) + (ends[rank - 1] as number);

  const next = ends.slice();
  const actor = new Uint32Array(ads.count);
  const positive = new Uint8Array(ads.count);
  for (let ad = 0; ad < ads.count; ad++) {
    const rank = ranks[ad] as number;
    const place = (next[rank] as number) - 1;
    next[rank] = place;
    actor[place] = ads.actor[ad] as number;
    positive[place] = ads.positive[ad] as number;
  }

  return (weights) => {
    const positives = new Float64Array(ends.length);
    const others = new Float64Array(ends.length);
    let place = 0;
    for (let rank = 0; rank < ends.length; rank++) {
      let mine = 0;
      let rest = 0;
      for (const end = ends[rank] as number; place < end; place++) {
        const weight = weights[actor[place] as number] as number;
        if (positive[place] === 1) mine += weight;
        else rest += weight;
      }
      positives[rank] = mine;
      others[rank] = rest;
    }
    return { positives, others };
  };
}

/** The different values, lowest first. */
function distinct(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  return sorted.filter((value, n) => n === 0 || value !== sorted[n - 1]);
}

/** Where a value stands in a sorted list that holds it. */
function placeOf(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length - 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
