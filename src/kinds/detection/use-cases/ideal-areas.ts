import { areaUnderCurve } from '#kernel/model/statistics/area-under-curve.ts';
import { deriveKey } from '#kinds/detection/model/derive-key.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';

/** How well the ideal readers of a market tell controlled ads from others, as areas under the ROC curve (0 to 1). */
export interface IdealAreas {
  /** From all evidence that pages and records give. */
  readonly checks: number;
  /** From the pages alone, which is what an exercise shows. */
  readonly pages: number;
}

/** The areas of one market, over all ads that can be read. Throws where it has no controlled ad. */
export function idealAreas(truth: GroundTruth, prevalence: number): IdealAreas {
  const open = truth.ads.filter(({ possibleMinor }) => !possibleMinor);
  const onPages = deriveKey(truth, prevalence).filter(({ possibleMinor }) => !possibleMinor);
  return { checks: areaOf(open), pages: areaOf(onPages) };
}

function areaOf(ads: readonly Pick<GroundTruth['ads'][number], 'control' | 'ratio'>[]): number {
  const ratios = [...new Set(ads.map(({ ratio }) => ratio))].sort((a, b) => a - b);
  const rank = new Map(ratios.map((ratio, n) => [ratio, n]));
  const tally = { positives: new Float64Array(ratios.length), others: new Float64Array(ratios.length) };
  for (const { control, ratio } of ads) {
    const counts = isSought(control) ? tally.positives : tally.others;
    counts[rank.get(ratio) as number] = (counts[rank.get(ratio) as number] as number) + 1;
  }
  const area = areaUnderCurve(tally);
  if (area === undefined) throw new Error('A market without controlled ads has no area. Choose another prevalence.');
  return area;
}
