/** Bands of a probability in percent, each with its highest value. */
const BANDS = [
  [10, 'almost-not'],
  [35, 'unlikely'],
  [64, 'even'],
  [90, 'likely'],
  [100, 'almost'],
] as const;

export type PercentWord = (typeof BANDS)[number][1];

/** The word for a probability: 0-10, 11-35, 36-64, 65-90, 91-100. */
export const percentWord = (percent: number): PercentWord => BANDS.find(([most]) => percent <= most)?.[1] ?? 'almost';
