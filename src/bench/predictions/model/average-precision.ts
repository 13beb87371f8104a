import type { ProbabilityTally } from './tally-by-probability.ts';

/**
 * Average precision: the mean of the precision over all thresholds, weighted by the positive ads that each adds; ads
 * with equal probability pass the threshold together. A tool that gives every ad the same probability gets the
 * prevalence. Undefined if no ad is positive.
 */
export function averagePrecision({ positives, others }: ProbabilityTally): number | undefined {
  let mine = 0;
  let flagged = 0;
  let sum = 0;
  for (let rank = positives.length - 1; rank >= 0; rank--) {
    const positive = positives[rank] as number;
    mine += positive;
    flagged += positive + (others[rank] as number);
    if (positive > 0) sum += positive * (mine / flagged);
  }
  return mine === 0 ? undefined : sum / mine;
}
