import { positivePredictiveValue } from '#kernel/model/statistics/predictive-value.ts';
import type { Confusion } from '#kernel/model/statistics/signal-detection.ts';
import { actorRate } from './actor-rate.ts';
import type { PredictionFigure } from './schemas.ts';
import type { ScoredAds } from './scored-ads.ts';

/** Confusion matrix of flags: a probability of at least `threshold` is a flag. */
export function confusionOf(ads: ScoredAds, threshold: number): Confusion {
  const counts = { hits: 0, misses: 0, falseAlarms: 0, correctRejections: 0 };
  for (let ad = 0; ad < ads.count; ad++) {
    const flagged = (ads.probability[ad] as number) >= threshold;
    if (ads.positive[ad] === 1) counts[flagged ? 'hits' : 'misses'] += 1;
    else counts[flagged ? 'falseAlarms' : 'correctRejections'] += 1;
  }
  return counts;
}

/**
 * Sensitivity, specificity, and the predictive value in markets with a prevalence of 2, 6 and 20 per cent, whatever it
 * is in this one. A figure is undefined if its kind of ad is missing or nothing was flagged.
 */
export function thresholdFigures(ads: ScoredAds, threshold: number) {
  const counts = () => ({ successes: new Uint32Array(ads.actors), trials: new Uint32Array(ads.actors) });
  const [positives, others] = [counts(), counts()];
  for (let ad = 0; ad < ads.count; ad++) {
    const isPositive = ads.positive[ad] === 1;
    const isFlagged = (ads.probability[ad] as number) >= threshold;
    const { successes, trials } = isPositive ? positives : others;
    const actor = ads.actor[ad] as number;
    trials[actor] = (trials[actor] as number) + 1;
    successes[actor] = (successes[actor] as number) + Number(isFlagged === isPositive);
  }
  const sensitivity = actorRate(positives);
  const specificity = actorRate(others);
  const predictiveValue = (prevalence: number) =>
    sensitivity && specificity && predictiveValueFigure(sensitivity, specificity, prevalence);
  return {
    sensitivity,
    specificity,
    'ppv-2': predictiveValue(0.02),
    'ppv-6': predictiveValue(0.06),
    'ppv-20': predictiveValue(0.2),
  };
}

/**
 * The predictive value depends on one ratio alone, false flags to hits, both as rates. Its interval comes from those of
 * the two rates, which are independent, as different actors stand behind them; it exists even if no flag was wrong.
 * @see A. Donner and G. Y. Zou, 2012, Statistical Methods in Medical Research 21: intervals of ratios from intervals.
 */
function predictiveValueFigure(
  sensitivity: PredictionFigure,
  specificity: PredictionFigure,
  prevalence: number,
): PredictionFigure | undefined {
  const value = positivePredictiveValue(sensitivity.value, specificity.value, prevalence);
  if (value === undefined) return undefined;
  const flags = { value: 1 - specificity.value, low: 1 - specificity.high, high: 1 - specificity.low };
  const [least, most] = ratioInterval(flags, sensitivity);
  const valueAt = (ratio: number) => 1 / (1 + (ratio * (1 - prevalence)) / prevalence);
  return {
    value,
    low: Math.min(value, valueAt(most)),
    high: Math.max(value, valueAt(least)),
    n: sensitivity.n + specificity.n,
  };
}

type Rate = Pick<PredictionFigure, 'value' | 'low' | 'high'>;

/** Interval of the ratio of two independent rates; its upper end is infinite if the lower one may be 0. */
function ratioInterval(top: Rate, bottom: Rate): readonly [low: number, high: number] {
  const product = top.value * bottom.value;
  const end = (near: number, far: number) => {
    const divisor = far * (2 * bottom.value - far);
    const root = Math.sqrt(Math.max(0, product ** 2 - near * (2 * top.value - near) * divisor));
    return { root, divisor };
  };
  const [least, most] = [end(top.low, bottom.high), end(top.high, bottom.low)];
  const low = least.divisor === 0 ? 0 : (product - least.root) / least.divisor;
  return [Math.max(0, low), most.divisor > 0 ? (product + most.root) / most.divisor : Number.POSITIVE_INFINITY];
}
