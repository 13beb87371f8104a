import { shuffle, stream } from '#kernel/model/rng.ts';
import { type Control, isSought } from '#market/ads/model/actor-types.ts';
import { type MissingAds, matchPredictions } from './match-predictions.ts';
import type { PredictionRow, TruthRow } from './schemas.ts';

/** A flagged ad that is not to be found. */
export interface FalseFlag {
  readonly ad: string;
  /** What the tool said. */
  readonly probability: number;
  /** Who controls the ad in truth. */
  readonly control: Control;
}

export interface FalseFlagDrawing {
  readonly marketId: string;
  readonly threshold: number;
  readonly missing: MissingAds;
  /** Ads to draw; fewer where there are fewer false flags. */
  readonly count: number;
}

/**
 * Draws some of the false flags of a tool by chance, so that they show what its false flags are like and not the worst of
 * them. The same market and rows give the same ads. A withheld ad is never among them.
 */
export function drawFalseFlags(
  truth: readonly TruthRow[],
  rows: readonly PredictionRow[],
  { marketId, threshold, missing, count }: FalseFlagDrawing,
): { readonly all: number; readonly drawn: readonly FalseFlag[] } {
  const flags = matchPredictions(truth, rows, missing).pairs.flatMap(([{ ad, control }, row]): FalseFlag[] => {
    const probability = row?.probability ?? 0;
    return probability >= threshold && !isSought(control) ? [{ ad, probability, control }] : [];
  });
  const all = flags.length;
  shuffle(flags, stream(marketId, 'false flags'));
  return { all, drawn: flags.slice(0, count) };
}
