import type { ActorWeights, ScoredAds } from '#bench/predictions/model/scored-ads.ts';

/**
 * How far a tool ranks ads as the evidence does: Spearman's rank correlation of its probabilities with those of the
 * reader who knows every chance of the generator, -1 to 1, each ad counted as often as the weight of its actor says. It
 * is about ranks, because a tool that ranks well may be told its base rate afterwards; Brier skill is about the size of
 * probabilities. `known` has a probability for each ad. Undefined where one of the two says the same of all ads.
 * @see C. Spearman, 1904, The American Journal of Psychology 15; mean ranks for ties, weights as numbers of copies.
 */
export function likelihoodRank(
  ads: ScoredAds,
  known: ArrayLike<number>,
): (weights: ActorWeights) => number | undefined {
  const [said, evidence] = [steps(ads.probability), steps(known)];
  const [x, y] = [new Float64Array(ads.count), new Float64Array(ads.count)];
  return (weights) => {
    const all = ads.actor.reduce((sum, actor) => sum + (weights[actor] as number), 0);
    centredRanks(said, ads.actor, weights, all, x);
    centredRanks(evidence, ads.actor, weights, all, y);
    let [together, ofX, ofY] = [0, 0, 0];
    for (let ad = 0; ad < ads.count; ad++) {
      const weight = weights[ads.actor[ad] as number] as number;
      const [a, b] = [x[ad] as number, y[ad] as number];
      together += weight * a * b;
      ofX += weight * a * a;
      ofY += weight * b * b;
    }
    return ofX > 0 && ofY > 0 ? together / Math.sqrt(ofX * ofY) : undefined;
  };
}

/** Ads with equal values, from the least value on. */
function steps(values: ArrayLike<number>): readonly (readonly number[])[] {
  const byValue = new Map<number, number[]>();
  for (let ad = 0; ad < values.length; ad++) {
    const value = values[ad] as number;
    const equal = byValue.get(value);
    if (equal) equal.push(ad);
    else byValue.set(value, [ad]);
  }
  return [...byValue].sort(([a], [b]) => a - b).map(([, ads]) => ads);
}

/** Writes the mean rank of each ad, less the mean of all ranks, to `into`. */
function centredRanks(
  equal: readonly (readonly number[])[],
  actor: ArrayLike<number>,
  weights: ActorWeights,
  all: number,
  into: Float64Array,
): void {
  let before = 0;
  for (const ads of equal) {
    let own = 0;
    for (const ad of ads) own += weights[actor[ad] as number] as number;
    for (const ad of ads) into[ad] = before + own / 2 - all / 2;
    before += own;
  }
}
