import { positivePredictiveValue } from '#kernel/model/statistics/predictive-value.ts';
import { weightedSum } from '#kernel/model/statistics/weighted-sum.ts';
import type { Measured } from './jackknife.ts';
import type { ActorWeights, ScoredAds } from './scored-ads.ts';

/** The figures of flags for any weights of actors, prepared once: a probability of at least `threshold` is a flag. */
export function measureFlags(ads: ScoredAds, threshold: number): (weights: ActorWeights) => Measured {
  const counts = () => new Float64Array(ads.actors);
  const [positives, hits, others, leftAlone] = [counts(), counts(), counts(), counts()];
  for (let ad = 0; ad < ads.count; ad++) {
    const actor = ads.actor[ad] as number;
    const isFlagged = (ads.probability[ad] as number) >= threshold;
    const [all, right] = ads.positive[ad] === 1 ? [positives, hits] : [others, leftAlone];
    all[actor] = (all[actor] as number) + 1;
    right[actor] = (right[actor] as number) + Number(isFlagged === (ads.positive[ad] === 1));
  }
  return (weights) => {
    const sensitivity = share(weightedSum(hits, weights), weightedSum(positives, weights));
    const specificity = share(weightedSum(leftAlone, weights), weightedSum(others, weights));
    const valueAt = (prevalence: number) =>
      sensitivity === undefined || specificity === undefined
        ? undefined
        : positivePredictiveValue(sensitivity, specificity, prevalence);
    return { sensitivity, specificity, 'ppv-2': valueAt(0.02), 'ppv-6': valueAt(0.06), 'ppv-20': valueAt(0.2) };
  };
}

/** Sums of weights can differ in the last digit, which would make a share larger than 1. */
const share = (right: number, all: number) => (all === 0 ? undefined : Math.min(1, right / all));
