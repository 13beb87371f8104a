import { pickByWeight } from '#kernel/model/pick-by-weight.ts';
import { type Rng, UINT32_RANGE } from '#kernel/model/rng.ts';
import type { Site } from '#market/ads/model/schemas.ts';

/** How often an ad stands on each site; a mirror has copies alone. */
export function siteWeights(sites: readonly Site[], isJobPart: boolean): readonly number[] {
  return sites.map((site) => {
    if (isJobPart) return site.type === 'job-board' ? 1 : 0;
    return site.mirrorOf === undefined ? site.share : 0;
  });
}

/** The index of a site, drawn by these weights. */
export const pickSite = (weights: readonly number[], total: number, rng: Rng): number =>
  Math.max(0, pickByWeight(weights, rng.next() / UINT32_RANGE, total));
