import { keyedStream } from '#kernel/model/keyed-stream.ts';
import type { IndexedRng } from '#kernel/model/rng.ts';
import type { MarketOrder } from './drawn-market.ts';

/** The streams of draws of one district: a use that is asked for again goes on where it was. */
export type DistrictDraws = (use: string) => IndexedRng;

/** The streams of draws of a district; `labels` names those for the labels of persons. */
export const districtDraws = (
  { seed, labels = 'labels' }: Pick<MarketOrder, 'seed' | 'labels'>,
  district: number,
): DistrictDraws => openOnce((use) => keyedStream(seed, `${use.replace(/^labels/, labels)} ${district}`));

/** Opens the stream of each use once. */
export function openOnce(open: (use: string) => IndexedRng): DistrictDraws {
  const opened = new Map<string, IndexedRng>();
  return (use) => {
    const draws = opened.get(use) ?? open(use);
    opened.set(use, draws);
    return draws;
  };
}
