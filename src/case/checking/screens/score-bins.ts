import type { CaseFigures } from '#case/checking/model/check-scenario.ts';

const BINS = 10;

/** A range of scores out of 100 with the share of all paths that come to it; the last range holds its upper end too. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** The shares of all paths in ten ranges of the score. */
export function scoreBins(shares: NonNullable<CaseFigures['score']>['shares']): ScoreBin[] {
  const sums = new Array<number>(BINS).fill(0);
  for (const { scaled, share } of shares) {
    const bin = Math.min(BINS - 1, Math.floor(scaled * BINS + 1e-9));
    sums[bin] = (sums[bin] as number) + share;
  }
  return sums.map((share, n) => ({ from: (n * 100) / BINS, to: ((n + 1) * 100) / BINS, share }));
}
