import type { CapturedItem } from './play.ts';

/** Name of a page picture: the last item captured of its ad before event `seq`, or else the ad. */
export function nameOfLook(
  ad: string,
  items: readonly Pick<CapturedItem, 'item' | 'ad' | 'seq'>[],
  seq = Number.POSITIVE_INFINITY,
): string {
  return items.findLast((item) => item.ad === ad && item.seq < seq)?.item ?? `ad ${ad}`;
}
