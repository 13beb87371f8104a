import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import type { MapKey, SiteKey } from './derive-map.ts';
import type { MappingResponse, RegisteredSite } from './play.ts';

/** Maximum relative error of a good estimate. */
const MAX_ESTIMATE_ERROR = 0.1;

/** Minimum relevance of a site whose absence from the ranking is reported. */
export const MIN_REPORTED_RELEVANCE = 2;

/** Number of ranked sites that count. */
export const RANKED_SITES = 5;

/** True for a good estimate. */
export const isClose = (estimate: number, volume: number) => Math.abs(estimate - volume) <= MAX_ESTIMATE_ERROR * volume;

/** Findings about each site, about marked copies, and about sites missing from the ranking. */
export function explainMap(response: MappingResponse, key: MapKey): Finding[] {
  const entries = new Map(response.register.map((entry) => [entry.site, entry]));
  const ranked = new Set(response.ranking.map(({ site }) => site));
  return [
    ...key.sites.flatMap((site) => explainSite(site, entries.get(site.site), ranked)),
    ...explainOwners(key.sites, entries),
    ...response.duplicates
      .filter((ad) => key.ads.has(ad) && !key.copies.has(ad))
      .map((ad): Finding => ({ kind: 'falseFlag', at: { ad }, reason: 'map.original', sources: [] })),
  ];
}

function explainSite(key: SiteKey, entry: RegisteredSite | undefined, ranked: ReadonlySet<string>): Finding[] {
  const say = (kind: Finding['kind'], reason: string, count?: readonly [number, number]) =>
    about(key.site, kind, reason, count);
  if (!entry) return [say('miss', 'map.site.missing')];
  const { volume, mirrorOf } = entry;
  const found: Finding[] = [say('hit', 'map.site.found')];
  if (volume === undefined) found.push(say('miss', 'map.volume.missing'));
  else if (isClose(volume, key.volume)) found.push(say('hit', 'map.volume.close', [volume, key.volume]));
  else found.push(say('miss', 'map.volume.off', [volume, key.volume]));
  if (mirrorOf !== undefined && mirrorOf !== key.mirrorOf) found.push(say('falseFlag', 'map.mirror.wrong'));
  if (key.mirrorOf !== undefined)
    found.push(mirrorOf === key.mirrorOf ? say('hit', 'map.mirror.found') : say('miss', 'map.mirror.missing'));
  if (key.relevance >= MIN_REPORTED_RELEVANCE && !ranked.has(key.site)) found.push(say('miss', 'map.rank.missing'));
  return found;
}

/** Two sites under one name with two owners, and two sites of one owner under different names. */
function explainOwners(sites: readonly SiteKey[], entries: ReadonlyMap<string, RegisteredSite>): Finding[] {
  return sites.flatMap((one, n) =>
    sites.slice(n + 1).flatMap((other): Finding[] => {
      if (one.owner === undefined || other.owner === undefined) return [];
      const [own, its] = [entries.get(one.site)?.owner, entries.get(other.site)?.owner];
      const together = own !== undefined && own === its;
      if (together === (one.owner === other.owner)) {
        return together ? [pair(one.site, other.site, 'hit', 'map.owner.found')] : [];
      }
      return [
        together
          ? pair(one.site, other.site, 'falseFlag', 'map.owner.wrong')
          : pair(one.site, other.site, 'miss', 'map.owner.missing'),
      ];
    }),
  );
}

function about(site: string, kind: Finding['kind'], reason: string, count?: readonly [number, number]): Finding {
  return { kind, at: { locator: `site:${site}` }, reason, ...(count && { count }), sources: [] };
}

const pair = (one: string, other: string, kind: Finding['kind'], reason: string): Finding => ({
  kind,
  at: { locator: `site:${one} site:${other}` },
  reason,
  sources: [],
});
