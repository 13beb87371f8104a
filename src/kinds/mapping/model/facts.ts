import { codeAgreement, codeDifferences } from './code-agreement.ts';
import type { CodingKey, MapKey, SiteKey } from './derive-map.ts';
import { finalCodes, MAP_NOTES, type MappingResponse, type RegisteredSite } from './play.ts';

/** One site: the truth, and what was recorded. */
export interface SiteFact {
  readonly site: string;
  readonly registered: boolean;
  /** Number of ads on the site. */
  readonly volume: number;
  /** Left out if no estimate was given. */
  readonly estimate?: number;
  /** The site that it copies, and the recorded one; each left out if there is none. */
  readonly mirrorOf?: string;
  readonly noted?: string;
  /** Ads of controlled or deceptive actors on the site, without copies; and the resulting relevance, 0 to 3. */
  readonly sought: number;
  readonly relevance: number;
  /** Position in the ranking from 1 on; left out if it is not ranked. */
  readonly place?: number;
}

/**
 * Two sites. `found`: one owner, and one name. `open`: one owner, and at least one of the two without a name. `apart`:
 * one owner, and two names. `wrong`: two owners, and one name.
 */
export interface OwnerFact {
  readonly one: string;
  readonly other: string;
  readonly outcome: 'found' | 'open' | 'apart' | 'wrong';
}

/** Facts about the coding of a sample. */
export interface CodingFacts {
  /** Required size of the sample, its actual size, and the number of coded ads. */
  readonly asked: number;
  readonly sample: number;
  readonly coded: number;
  readonly compared: boolean;
  /** Kappa with the second coder; left out if the codes were not compared. */
  readonly kappa?: number;
  /** True if either coder saw any sign at all. */
  readonly seen: boolean;
  /** Number of codes on which the two differ, and of those settled. */
  readonly differing: number;
  readonly settled: number;
  /** Ads whose final codes omit a sign on the page, or include one that is not there. */
  readonly signs: readonly {
    readonly sign: string;
    readonly missed: readonly string[];
    readonly wrong: readonly string[];
  }[];
}

/** What happened in a mapping exercise, from its log and the truth; every sentence about it rests on these facts. */
export interface MappingFacts {
  readonly sites: readonly SiteFact[];
  readonly owners: readonly OwnerFact[];
  /** Copies: their number, how many were marked, and which originals were marked by mistake. */
  readonly copies: { readonly of: number; readonly found: number; readonly originals: readonly string[] };
  readonly ranked: number;
  /** Ranked sites without a reason. */
  readonly unreasoned: readonly string[];
  readonly notes: { readonly written: number; readonly of: number };
  /** Only if the task asks for codes. */
  readonly coding?: CodingFacts;
}

/** Builds the facts of one mapping exercise. */
export function mappingFacts(response: MappingResponse, key: MapKey): MappingFacts {
  const { register, duplicates, ranking, notes } = response;
  const entries = new Map(register.map((entry) => [entry.site, entry]));
  const marked = [...new Set(duplicates)].filter((ad) => key.ads.has(ad));
  return {
    sites: key.sites.map((site) => siteFact(site, entries.get(site.site), ranking)),
    owners: ownerFacts(key.sites, entries),
    copies: {
      of: key.copies.size,
      found: marked.filter((ad) => key.copies.has(ad)).length,
      originals: marked.filter((ad) => !key.copies.has(ad)),
    },
    ranked: ranking.length,
    unreasoned: ranking.filter(({ reason }) => reason.trim() === '').map(({ site }) => site),
    notes: { written: MAP_NOTES.filter((about) => notes[about] !== undefined).length, of: MAP_NOTES.length },
    ...(key.coding && { coding: codingFacts(response, key.coding) }),
  };
}

function siteFact(
  { site, volume, mirrorOf, sought, relevance }: SiteKey,
  entry: RegisteredSite | undefined,
  ranking: MappingResponse['ranking'],
): SiteFact {
  const place = ranking.findIndex((ranked) => ranked.site === site) + 1;
  return {
    site,
    registered: entry !== undefined,
    volume,
    ...(entry?.volume !== undefined && { estimate: entry.volume }),
    ...(mirrorOf !== undefined && { mirrorOf }),
    ...(entry?.mirrorOf !== undefined && { noted: entry.mirrorOf }),
    sought,
    relevance,
    ...(place > 0 && { place }),
  };
}

function ownerFacts(sites: readonly SiteKey[], entries: ReadonlyMap<string, RegisteredSite>): OwnerFact[] {
  return sites.flatMap((one, n) =>
    sites.slice(n + 1).flatMap((other): OwnerFact[] => {
      if (one.owner === undefined || other.owner === undefined) return [];
      const [own, its] = [entries.get(one.site)?.owner, entries.get(other.site)?.owner];
      const pair = { one: one.site, other: other.site };
      const together = own !== undefined && own === its;
      if (one.owner !== other.owner) return together ? [{ ...pair, outcome: 'wrong' }] : [];
      if (together) return [{ ...pair, outcome: 'found' }];
      return [{ ...pair, outcome: own === undefined || its === undefined ? 'open' : 'apart' }];
    }),
  );
}

function codingFacts(response: MappingResponse, { signs, planted, second, sample: asked }: CodingKey): CodingFacts {
  const { sample, codes, compared, settled } = response;
  const final = finalCodes(response);
  const coded = sample.filter((ad) => final[ad] && planted[ad]);
  const { both, onlyFirst, onlySecond, kappa } = codeAgreement(codes, second, coded, signs);
  const differing = compared ? codeDifferences(codes, second, coded, signs) : [];
  const differs = (sign: string, shown: boolean) =>
    coded.filter((ad) => planted[ad]?.includes(sign) === shown && final[ad]?.includes(sign) !== shown);
  return {
    asked,
    sample: sample.length,
    coded: coded.length,
    compared,
    ...(compared && { kappa }),
    seen: both + onlyFirst + onlySecond > 0,
    differing: differing.length,
    settled: differing.filter(({ ad, sign }) => settled.some((one) => one.ad === ad && one.sign === sign)).length,
    signs: signs.map((sign) => ({ sign, missed: differs(sign, true), wrong: differs(sign, false) })),
  };
}
