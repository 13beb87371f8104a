import type { CapturedItem } from '#kinds/preservation/model/play.ts';

/** How far the last capture of an ad has come, as a message key and the item's name. */
export function adState(ad: string, items: readonly CapturedItem[]): { key: AdStateKey; item: string } {
  const last = items.findLast((item) => item.ad === ad);
  if (!last) return { key: 'ads.state.none', item: '' };
  return { key: stageOf(last), item: last.item };
}

export type AdStateKey =
  | 'ads.state.none'
  | 'ads.state.captured'
  | 'ads.state.recorded'
  | 'ads.state.verified'
  | 'ads.state.sealed';

function stageOf({ record, verified, sealed }: CapturedItem): AdStateKey {
  if (!record) return 'ads.state.captured';
  if (!verified) return 'ads.state.recorded';
  return sealed ? 'ads.state.sealed' : 'ads.state.verified';
}
