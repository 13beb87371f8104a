import { required } from '#kernel/model/invariant.ts';
import { actorRate } from './actor-rate.ts';
import type { CalibrationBin, PredictionReport } from './schemas.ts';
import type { ScoredAds } from './scored-ads.ts';
import { tallyByActor } from './tally-by-actor.ts';

const BINS = 10;

/** Minimum ads of a bin for a statement about its share of positive ads. */
const MIN_ADS = 8;

/**
 * Calibration in ten bins of equal width: whether ads with a stated probability of, say, 30 to 40 % are positive that
 * often.
 */
export function calibration(ads: ScoredAds): PredictionReport['calibration'] {
  const count = new Float64Array(BINS);
  const predicted = new Float64Array(BINS);
  const positive = Array.from({ length: BINS }, () => tallyByActor());
  for (let ad = 0; ad < ads.count; ad++) {
    const probability = ads.probability[ad] as number;
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    count[bin] = (count[bin] as number) + 1;
    predicted[bin] = (predicted[bin] as number) + probability;
    positive[bin]?.add(ads.actor[ad] as number, 1, ads.positive[ad] as number);
  }

  const bins: CalibrationBin[] = [];
  let leftOut = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const n = count[bin] as number;
    const rate = actorRate(required(positive[bin], 'a bin').counts());
    if (!rate || n < MIN_ADS) {
      leftOut += n;
      continue;
    }
    const { value: observed, low, high } = rate;
    // The mean of equal numbers may exceed them by a rounding error.
    const mean = Math.min(1, (predicted[bin] as number) / n);
    bins.push({ from: bin / BINS, to: (bin + 1) / BINS, n, predicted: mean, observed, low, high });
  }
  return { bins, leftOut };
}
