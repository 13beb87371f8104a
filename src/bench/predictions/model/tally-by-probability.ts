import type { ActorWeights, ScoredAds } from './scored-ads.ts';

/** Number of ads per stated probability, lowest first. Entry n of both lists is for the same probability. */
export interface ProbabilityTally {
  readonly positives: ArrayLike<number>;
  readonly others: ArrayLike<number>;
}

/** Sorts the ads once (n log n), and then tallies them for any weights in linear time. */
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

/** The distinct values, in ascending order. */
function distinct(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  return sorted.filter((value, n) => n === 0 || value !== sorted[n - 1]);
}

/** Index of a value in a sorted list that contains it. */
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
