import type { ProbabilityTally } from './tally-by-probability.ts';

/**
 * The mean share of positive ads among those flagged, over all thresholds, each weighed by the positive ads that it adds;
 * ads with one probability pass the threshold together. A tool that says the same of every ad gets the share of positive
 * ads. Undefined where no ad is positive.
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
