/** Action bands for an ad, from the least to the most urgent. */
export const BANDS = ['none', 'check', 'prioritise', 'urgent'] as const;
export type Band = (typeof BANDS)[number];

/**
 * Upper ends of the bands on the posterior probability: below .11 no action, .24 check links, .49 prioritise. Training
 * values.
 */
const BAND_ENDS: readonly (readonly [number, Band])[] = [
  [0.11, 'none'],
  [0.24, 'check'],
  [0.49, 'prioritise'],
];

/** The band of a probability. */
export function bandOf(probability: number): Band {
  return BAND_ENDS.find(([end]) => probability < end)?.[1] ?? 'urgent';
}

/** The probability that each band stands for: the middle of its range, from 0 over .11, .24 and .49 to 1. */
export const BAND_PROBABILITIES = [0.055, 0.175, 0.365, 0.745] as const;
