import { positivePredictiveValue } from '#core/measures/predictive-value.ts';
import type { Confusion } from '#core/measures/signal-detection.ts';
import { rateFigure } from './rate-figure.ts';
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
export function thresholdFigures({ hits, misses, falseAlarms, correctRejections }: Confusion) {
  const sensitivity = rateFigure(hits, hits + misses);
  const specificity = rateFigure(correctRejections, correctRejections + falseAlarms);
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
 * The predictive value grows with sensitivity and specificity, so its interval runs from both lower ends to both upper
 * ends: wider than 95 %, and valid even if no flag was wrong.
 */
function predictiveValueFigure(
  sensitivity: PredictionFigure,
  specificity: PredictionFigure,
  prevalence: number,
): PredictionFigure | undefined {
  const at = (end: 'value' | 'low' | 'high') => positivePredictiveValue(sensitivity[end], specificity[end], prevalence);
  const value = at('value');
  if (value === undefined) return undefined;
  // Flags were counted, so both ends are defined.
  return { value, low: at('low') ?? value, high: at('high') ?? value, n: sensitivity.n + specificity.n };
}
