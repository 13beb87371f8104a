import type { ActorWeights, ScoredAds } from './scored-ads.ts';
import { weightedSum } from './weighted-sum.ts';

/**
 * Brier skill, 1 - B / (p (1 - p)), where B is the mean squared distance between probability and truth and p the share of
 * positive ads: 1 is perfect, 0 is as good as saying p of every ad, below 0 is worse than that. Undefined where all ads are
 * of one kind.
 * @see G. W. Brier, 1950, Monthly Weather Review 78.
 */
export function brierSkill(ads: ScoredAds): (weights: ActorWeights) => number | undefined {
  const error = new Float64Array(ads.actors);
  const positive = new Float64Array(ads.actors);
  const own = new Float64Array(ads.actors);
  for (let ad = 0; ad < ads.count; ad++) {
    const actor = ads.actor[ad] as number;
    const truth = ads.positive[ad] as number;
    error[actor] = (error[actor] as number) + ((ads.probability[ad] as number) - truth) ** 2;
    positive[actor] = (positive[actor] as number) + truth;
    own[actor] = (own[actor] as number) + 1;
  }
  return (weights) => {
    const all = weightedSum(own, weights);
    const share = weightedSum(positive, weights) / all;
    return share > 0 && share < 1 ? 1 - weightedSum(error, weights) / all / (share * (1 - share)) : undefined;
  };
}
