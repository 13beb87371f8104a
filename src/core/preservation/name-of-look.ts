import type { CapturedItem } from './play.ts';

/** What the picture of an ad calls itself: the last item captured of it before that place in the log, or the ad. */
export function nameOfLook(
  ad: string,
  items: readonly Pick<CapturedItem, 'item' | 'ad' | 'seq'>[],
  seq = Number.POSITIVE_INFINITY,
): string {
  return items.findLast((item) => item.ad === ad && item.seq < seq)?.item ?? `ad ${ad}`;
}
