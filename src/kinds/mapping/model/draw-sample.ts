import { stream } from '#kernel/model/rng.ts';
import type { Market } from '#market/ads/model/market.ts';

/**
 * A random sample of open ads that were not marked as copies, since a copy would be counted twice. The same market
 * always gives the same order, and a larger sample contains the smaller ones, so that redrawing cannot be used to pick
 * a convenient sample.
 */
export function drawSample(
  { marketId, ads }: Pick<Market, 'marketId' | 'ads'>,
  duplicates: readonly string[],
  count: number,
): string[] {
  const rng = stream(marketId, 'sample of a map');
  const order = ads.filter(({ withheld }) => !withheld).map(({ id }) => id);
  for (let left = order.length; left > 1; left--) {
    const taken = rng.int(left);
    [order[taken], order[left - 1]] = [order[left - 1] as string, order[taken] as string];
  }
  const copies = new Set(duplicates);
  return order.filter((ad) => !copies.has(ad)).slice(0, Math.max(0, count));
}
