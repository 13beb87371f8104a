import { isSought } from '#market/ads/model/actor-types.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { Codes } from './code-agreement.ts';
import { drawSample } from './draw-sample.ts';
import type { CodingBrief, MappingBrief } from './schemas.ts';
import { plantedCodes, simulateSecondCoder } from './simulate-second-coder.ts';

/** The truth about one site. */
export interface SiteKey {
  readonly site: string;
  /** Its owner; undefined if the answers do not say. */
  readonly owner: string | undefined;
  readonly mirrorOf: string | undefined;
  /** Number of ads on the site, including copies and withheld cards. */
  readonly volume: number;
  /** Number of original ads of controlled or deceptive actors on the site. */
  readonly sought: number;
  /** Relevance of acting on the site, from 0 to 3. */
  readonly relevance: number;
}

/** The truth about the codes: what the pages show, and the codes of the second coder. */
export interface CodingKey extends CodingBrief {
  readonly planted: Codes;
  readonly second: Codes;
  /** The sample as drawn with every copy known. */
  readonly reference: readonly string[];
}

export interface MapKey {
  readonly sites: readonly SiteKey[];
  /** Ids of the ads that count, and of those that are copies. */
  readonly ads: ReadonlySet<string>;
  readonly copies: ReadonlySet<string>;
  /** Only if the scenario asks for codes. */
  readonly coding?: CodingKey;
}

/** Minimum shares of all ads sought for a site of relevance 3 and of relevance 2. Training values. */
const MIN_SHARE_OF_3 = 1 / 4;
const MIN_SHARE_OF_2 = 1 / 10;

/** Derives the key of a mapping exercise. `owners` gives the owner of each site, by site id. */
export function deriveMap(
  truth: Pick<GroundTruth, 'ads' | 'seed'>,
  market: Pick<Market, 'marketId' | 'ads' | 'sites'>,
  owners: Readonly<Record<string, string>> = {},
  { coding }: MappingBrief = {},
): MapKey {
  const { ads } = truth;
  const siteOf = new Map(market.ads.map(({ id, site }) => [id, site]));
  const volumes = countBy(market.ads.map(({ site }) => site));
  const originals = ads.filter(({ control, copied }) => isSought(control) && !copied);
  const sought = countBy(originals.map(({ ad }) => siteOf.get(ad) ?? ''));
  const copies = ads.filter(({ copied }) => copied).map(({ ad }) => ad);
  return {
    sites: market.sites.map(({ id, mirrorOf }) => ({
      site: id,
      owner: owners[id],
      mirrorOf,
      volume: volumes.get(id) ?? 0,
      sought: sought.get(id) ?? 0,
      relevance: relevanceOf((sought.get(id) ?? 0) / Math.max(1, originals.length)),
    })),
    ads: new Set(siteOf.keys()),
    copies: new Set(copies),
    ...(coding && {
      coding: {
        ...coding,
        planted: plantedCodes(truth, coding.signs),
        second: simulateSecondCoder(truth, coding.signs),
        reference: drawSample(market, copies, coding.sample),
      },
    }),
  };
}

function relevanceOf(share: number): number {
  if (share >= MIN_SHARE_OF_3) return 3;
  if (share >= MIN_SHARE_OF_2) return 2;
  return share > 0 ? 1 : 0;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
