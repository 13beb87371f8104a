import { compareCodes } from '#kernel/model/compare-codes.ts';
import { weightedSum } from '#kernel/model/statistics/weighted-sum.ts';
import type { SignFigures, TruthRow } from './schemas.ts';
import type { ActorWeights, ScoredAds } from './scored-ads.ts';

/** Named signs compared with planted ones, per actor and per sign. */
export interface SignTally {
  readonly right: Float64Array;
  readonly named: Float64Array;
  readonly planted: Float64Array;
  readonly bySign: ReadonlyMap<string, SignCounts>;
}

interface SignCounts {
  planted: number;
  named: number;
  right: number;
  trapped: number;
}

/**
 * Counts every sign once per ad. A named trap is wrong, as an innocent ad only looks like it; a named protective cue is
 * true but not a sign, so it does not count.
 */
export function tallySigns(
  ads: ScoredAds,
  labelsOf: (ad: number) => TruthRow['labels'],
  namedIn: (ad: number) => readonly string[],
): SignTally {
  const bySign = new Map<string, SignCounts>();
  const countsOf = (indicator: string) => {
    const counts = bySign.get(indicator) ?? { planted: 0, named: 0, right: 0, trapped: 0 };
    bySign.set(indicator, counts);
    return counts;
  };
  const [right, named, planted] = [0, 1, 2].map(() => new Float64Array(ads.actors)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let ad = 0; ad < ads.count; ad++) {
    const actor = ads.actor[ad] as number;
    const labels = labelsOf(ad);
    const are = (kind: string) => new Set(labels.filter((label) => label.kind === kind).map((l) => l.indicator));
    const [signs, traps, cues] = [are('sign'), are('trap'), are('cue')] as const;
    for (const indicator of signs) {
      countsOf(indicator).planted += 1;
      planted[actor] = (planted[actor] as number) + 1;
    }
    for (const indicator of new Set(namedIn(ad))) {
      if (cues.has(indicator) && !signs.has(indicator)) continue;
      const counts = countsOf(indicator);
      const hit = Number(signs.has(indicator));
      counts.named += 1;
      counts.right += hit;
      counts.trapped += Number(hit === 0 && traps.has(indicator));
      named[actor] = (named[actor] as number) + 1;
      right[actor] = (right[actor] as number) + hit;
    }
  }
  return { right, named, planted, bySign };
}

/** Precision, recall and F0.5 = 1.25 P R / (0.25 P + R): precision weighs more, because a wrong reason harms more. */
export function signRates(right: number, named: number, planted: number) {
  const precision = named > 0 ? right / named : undefined;
  const recall = planted > 0 ? right / planted : undefined;
  if (recall === undefined) return { precision, recall, f05: undefined };
  if (right === 0) return { precision, recall, f05: 0 };
  // F0.5 computed from counts.
  return { precision, recall, f05: (1.25 * right) / (named + 0.25 * planted) };
}

/** Precision, recall and F0.5 over all signs. */
export const signScores = (tally: SignTally, weights: ActorWeights) =>
  signRates(weightedSum(tally.right, weights), weightedSum(tally.named, weights), weightedSum(tally.planted, weights));

/** One row per sign that was planted or named, by id. */
export function signFigures({ bySign }: SignTally): SignFigures[] {
  return [...bySign]
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([indicator, counts]) => {
      const { precision, recall, f05 } = signRates(counts.right, counts.named, counts.planted);
      return {
        indicator,
        ...counts,
        ...(precision === undefined ? {} : { precision }),
        ...(recall === undefined ? {} : { recall }),
        ...(f05 === undefined ? {} : { f05 }),
      };
    });
}
