import type { Figure, ScoreContext, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import { type Criterion, scale } from '#kernel/model/criterion.ts';
import { adjustedRandIndex } from '#kernel/model/statistics/adjusted-rand-index.ts';
import { clusterCells } from '#kernel/model/statistics/cluster-cells.ts';
import { fScore } from '#kernel/model/statistics/f-score.ts';
import { baselineGain, normalisedGain } from '#kernel/model/statistics/ranked-gain.ts';
import { deriveMap, type MapKey, type SiteKey } from './derive-map.ts';
import { explainMap, RANKED_SITES } from './explain-map.ts';
import { type MappingFacts, mappingFacts } from './facts.ts';
import type { MappingKind } from './kind.ts';
import { MAP_NOTES, type MappingResponse, type RegisteredSite } from './play.ts';
import { codeCriteria, codeFigures, explainCodes } from './score-codes.ts';

/** Scores one mapping exercise: sites, owners, volumes, copies, codes and the ranking, side by side. */
export function scoreMapping(
  response: MappingResponse,
  key: MapKey,
  { evidence }: ScoreContext,
): ScorePart<MappingFacts> {
  const entries = new Map(response.register.map((entry) => [entry.site, entry]));
  const found = key.sites.filter(({ site }) => entries.has(site)).length;
  const criteria: (Criterion | undefined)[] = [
    scale('mapping.sites', found, 0, key.sites.length, evidence),
    ownerCriterion(key.sites, entries, evidence),
    scale('mapping.volume', 0 - volumeError(key.sites, entries), -100, 0, evidence),
    duplicateCriterion(response.duplicates, key, evidence),
    rankingCriterion(response, key.sites, evidence),
    ...codeCriteria(response, key, evidence),
  ];
  return {
    criteria: criteria.filter((criterion) => criterion !== undefined),
    figures: [...figuresOf(response, key), ...codeFigures(response, key)],
    findings: [...explainMap(response, key), ...explainCodes(response, key)],
    facts: mappingFacts(response, key),
  };
}

/** The adjusted Rand index of sites by owner; left out if the answers do not name every owner. */
function ownerCriterion(
  sites: readonly SiteKey[],
  entries: ReadonlyMap<string, RegisteredSite>,
  evidence: readonly number[],
): Criterion | undefined {
  const owners = new Map<string, number>();
  const numbers: number[] = [];
  for (const { owner } of sites) {
    if (owner === undefined) return undefined;
    const number = owners.get(owner) ?? owners.size;
    owners.set(owner, number);
    numbers.push(number);
  }
  const of = (nameOf: (n: number) => string | undefined) =>
    adjustedRandIndex(clusterCells({ count: sites.length, actor: numbers, actors: owners.size }, nameOf))(
      new Uint8Array(owners.size).fill(1),
    );
  const own = of((n) => entries.get(sites[n]?.site ?? '')?.owner);
  if (own === undefined) return undefined;
  const baseline = Math.max(of(() => undefined) ?? 0, of(() => 'one') ?? 0);
  return scale('mapping.owners', own, baseline, 1, evidence);
}

/** Mean relative error of the estimates, in per cent; a missing estimate counts as 100. */
function volumeError(sites: readonly SiteKey[], entries: ReadonlyMap<string, RegisteredSite>): number {
  const errors = sites.map(({ site, volume }) => {
    const estimate = entries.get(site)?.volume;
    if (estimate === undefined) return 1;
    return Math.min(1, Math.abs(estimate - volume) / Math.max(1, volume));
  });
  return (100 * errors.reduce((sum, error) => sum + error, 0)) / errors.length;
}

/** F1 of the ads marked as copies. The baseline is marking every ad. */
function duplicateCriterion(
  marked: readonly string[],
  { ads, copies }: MapKey,
  evidence: readonly number[],
): Criterion {
  const [right, given] = foundCopies(marked, { ads, copies });
  const f1 = (found: number, of: number) =>
    fScore(of > 0 ? found / of : Number(copies.size === 0), copies.size > 0 ? found / copies.size : 1, 1);
  const baseline = copies.size > 0 ? f1(copies.size, ads.size) : 0;
  return scale('mapping.duplicates', f1(right, given), baseline, 1, evidence);
}

function foundCopies(marked: readonly string[], { ads, copies }: Pick<MapKey, 'ads' | 'copies'>): [number, number] {
  const given = new Set(marked.filter((ad) => ads.has(ad)));
  return [[...given].filter((ad) => copies.has(ad)).length, given.size];
}

/** NDCG@5; if no site is more relevant than another, the best ranking is an empty one. */
function rankingCriterion(
  { ranking }: MappingResponse,
  sites: readonly SiteKey[],
  evidence: readonly number[],
): Criterion {
  const relevance = new Map(sites.map((site) => [site.site, site.relevance]));
  const all = [...relevance.values()];
  const ranked = [...new Set(ranking.map(({ site }) => site))].flatMap((site) => relevance.get(site) ?? []);
  const gain = normalisedGain(ranked, all, RANKED_SITES);
  if (gain !== undefined) return scale('mapping.ranking', gain, baselineGain(all, RANKED_SITES) ?? 0, 1, evidence);
  const places = Math.min(RANKED_SITES, all.length);
  return scale('mapping.ranking', 0 - Math.min(places, ranked.length), 0 - places, 0, evidence);
}

function figuresOf({ register, duplicates, ranking, notes }: MappingResponse, key: MapKey): Figure[] {
  const written = MAP_NOTES.filter((about) => notes[about] !== undefined).length;
  const known = new Map(key.sites.map((site) => [site.site, site]));
  const mirrors = key.sites.filter(({ mirrorOf }) => mirrorOf !== undefined);
  const noted = register.filter(
    ({ site, mirrorOf }) => mirrorOf !== undefined && known.get(site)?.mirrorOf === mirrorOf,
  );
  const [right, given] = foundCopies(duplicates, key);
  return [
    ...(mirrors.length > 0
      ? [{ id: 'mirrors', value: noted.length / mirrors.length, count: [noted.length, mirrors.length] as const }]
      : []),
    ...(given > 0 ? [{ id: 'duplicate-precision', value: right / given, count: [right, given] as const }] : []),
    ...(key.copies.size > 0
      ? [{ id: 'duplicate-recall', value: right / key.copies.size, count: [right, key.copies.size] as const }]
      : []),
    { id: 'sample', value: register.reduce((sum, { sample }) => sum + (sample ?? 0), 0) },
    {
      id: 'reasons',
      value: ranking.filter(({ reason }) => reason.trim() !== '').length,
      count: [ranking.filter(({ reason }) => reason.trim() !== '').length, ranking.length],
    },
    { id: 'map-notes', value: written, count: [written, MAP_NOTES.length] },
  ];
}

/** Scores the exercise of a case: the key follows from the truth of the market and from the owners of its sites. */
export const MAPPING_SCORES: KindScores<MappingKind> = {
  score: (response, { truth, owners }, context) =>
    scoreMapping(response, deriveMap(truth, context.market, owners, context.brief), context),
};
