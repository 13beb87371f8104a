import { pickByWeight } from '#kernel/model/pick-by-weight.ts';
import { type Rng, UINT32_RANGE } from '#kernel/model/rng.ts';
import type { Site } from '#market/ads/model/schemas.ts';
import { TEXT_KINDS, type TextKind } from '#market/text/model/kinds-of-text.ts';

/** What kind of text the sites of a type hold. */
const KIND_OF_SITE: Readonly<Record<Site['type'], TextKind>> = {
  classifieds: 'classified',
  services: 'profile',
  massage: 'profile',
  aggregator: 'profile',
  'buyer-board': 'reply',
  'job-board': 'offer',
  social: 'post',
};

/** The kind of text that a site holds, by its index in `TEXT_KINDS`. */
export const kindOfSite = ({ type }: Pick<Site, 'type'>): number => TEXT_KINDS.indexOf(KIND_OF_SITE[type]);

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
