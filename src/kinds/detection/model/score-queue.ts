import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import { type Criterion, scale } from '#kernel/model/criterion.ts';
import { baselineGain, foundAt, normalisedGain } from '#kernel/model/statistics/ranked-gain.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import type { AdKey } from './derive-key.ts';

/** Relevance of an ad, from 0 to 3: for a controlled ad, by its band given all accessible evidence. */
export function relevanceOf(ad: Pick<AdKey, 'control' | 'band'>): number {
  if (!isSought(ad.control)) return 0;
  return ad.band === 'urgent' ? 3 : ad.band === 'prioritise' ? 2 : 1;
}

/**
 * Scores a queue of which `budget` ads can be examined, beside that of the ideal observer: NDCG@k, and how many
 * controlled ads are within the budget. Ads that are not knowable take no place, so that they neither help nor harm. If
 * there is nothing to find, the best queue is an empty one.
 */
export function scoreQueue(
  queue: readonly string[],
  ideal: readonly string[],
  judged: readonly AdKey[],
  budget: number,
  evidence: readonly number[],
): { readonly criterion: Criterion; readonly figures: readonly Figure[] } {
  const known = new Map(judged.filter((ad) => !ad.notKnowable).map((ad) => [ad.ad, relevanceOf(ad)]));
  const all = [...known.values()];
  const rank = (ads: readonly string[]) => [...new Set(ads)].flatMap((ad) => known.get(ad) ?? []);
  const [ranked, best] = [rank(queue), rank(ideal)];
  const gain = normalisedGain(ranked, all, budget);
  if (gain === undefined) {
    const places = Math.min(budget, all.length);
    const taken = (ads: readonly number[]) => 0 - Math.min(places, ads.length);
    return {
      criterion: { ...scale('detection.queue', taken(ranked), 0 - places, 0, evidence), ideal: taken(best) },
      figures: [],
    };
  }
  const [count, most] = [foundAt(ranked, all, budget), foundAt(best, all, budget)];
  return {
    criterion: {
      ...scale('detection.queue', gain, baselineGain(all, budget) ?? 0, 1, evidence),
      ideal: normalisedGain(best, all, budget) ?? 0,
    },
    figures: [{ id: 'recall-at-k', value: count[0] / count[1], count, ideal: most[0] / most[1] }],
  };
}
