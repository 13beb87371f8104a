import { probabilitySkill } from '#kernel/model/statistics/probability-skill.ts';
import { weightedSum } from '#kernel/model/statistics/weighted-sum.ts';
import type { ActorWeights, ScoredAds } from './scored-ads.ts';

/** Brier skill of stated probabilities; see `probabilitySkill`. Ads are weighted by their actor. */
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
    return probabilitySkill(weightedSum(error, weights) / all, weightedSum(positive, weights) / all);
  };
}
