import type { AdTruth, GroundTruth } from './ground-truth.ts';
import { isOnThePage } from './market.ts';

/**
 * For each open ad the other open ads to which a chain of shared, visible things leads, such as a telephone, a room, an
 * account, a text. A reader of pages weighs them together (`ideal-reader.ts`). Ids stand in the order of the market; an ad
 * that shares nothing is left out.
 */
export function tiedPages({ ads }: Pick<GroundTruth, 'ads'>): ReadonlyMap<string, readonly string[]> {
  const open = ads.filter(({ possibleMinor }) => !possibleMinor);
  const byId = new Map(open.map((one) => [one.ad, one]));
  const components = new Map<string, readonly string[]>();
  for (const { ad } of open) {
    if (components.has(ad)) continue;
    const found = reached(ad, byId);
    const inOrder = open.flatMap((one) => (found.has(one.ad) ? [one.ad] : []));
    for (const member of inOrder) components.set(member, inOrder);
  }
  return new Map(
    [...components].flatMap(([ad, all]) => (all.length > 1 ? [[ad, all.filter((one) => one !== ad)] as const] : [])),
  );
}

function reached(from: string, byId: ReadonlyMap<string, AdTruth>): ReadonlySet<string> {
  const found = new Set([from]);
  for (const ad of found)
    for (const { at, peers } of byId.get(ad)?.labels ?? [])
      if (isOnThePage(at)) for (const peer of peers) if (byId.has(peer)) found.add(peer);
  return found;
}
