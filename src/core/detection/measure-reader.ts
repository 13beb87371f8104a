import type { Figure, ScoreContext } from '#core/exercise/exercise-kind.ts';
import { findAd } from '#core/market/ad-at.ts';
import { positivePredictiveValue } from '#core/measures/predictive-value.ts';
import { type Confusion, dPrimeAndCriterion, wilsonInterval } from '#core/measures/signal-detection.ts';
import { answerOf, isControlled } from './answer-of.ts';
import type { AdKey } from './derive-key.ts';
import { type DetectionResponse, isFlag } from './play.ts';

/** How sharply and how readily a reader flags, beside the ideal observer of the same market. These figures carry no mark. */
export function measureReader(
  response: DetectionResponse,
  prevalence: number,
  judged: readonly AdKey[],
  context: ScoreContext,
): Figure[] {
  const reader = confusion(judged, (ad) => isFlag(answerOf(response, ad).band));
  const ideal = confusion(judged, (ad) => isFlag(ad.idealBand));
  const found: Figure[] = [];
  const rate = (id: string, count: readonly [number, number], best: readonly [number, number]) => {
    if (count[1] === 0) return;
    const [low, high] = wilsonInterval(count[0], count[1]);
    found.push({ id, value: count[0] / count[1], low, high, ideal: best[0] / best[1], count });
  };
  rate('sensitivity', [reader.hits, reader.hits + reader.misses], [ideal.hits, ideal.hits + ideal.misses]);
  rate(
    'specificity',
    [reader.correctRejections, reader.correctRejections + reader.falseAlarms],
    [ideal.correctRejections, ideal.correctRejections + ideal.falseAlarms],
  );

  const sensitivity = found.find((figure) => figure.id === 'sensitivity')?.value;
  const specificity = found.find((figure) => figure.id === 'specificity')?.value;
  if (sensitivity !== undefined && specificity !== undefined && reader.hits + reader.falseAlarms > 0) {
    for (const [id, share] of [
      ['ppv', prevalence],
      ['ppv-2', 0.02],
      ['ppv-6', 0.06],
      ['ppv-20', 0.2],
    ] as const) {
      const value = positivePredictiveValue(sensitivity, specificity, share);
      if (value !== undefined) found.push({ id, value });
    }
  }
  // Where nothing was judged nothing was told apart, whatever the formula gives.
  const anyJudged = Object.keys(response.judgements).length > 0;
  if (sensitivity !== undefined && specificity !== undefined && anyJudged) {
    const own = dPrimeAndCriterion(reader);
    const best = dPrimeAndCriterion(ideal);
    found.push(
      { id: 'dprime', value: own.dPrime, ideal: best.dPrime },
      { id: 'criterion', value: own.criterion, ideal: best.criterion },
    );
  }
  found.push({ id: 'bias-gap', value: biasGap(response, judged, context) });
  found.push({
    id: 'flagged',
    value: reader.hits + reader.falseAlarms,
    count: [reader.hits + reader.falseAlarms, judged.length],
  });
  found.push({ id: 'marks', value: response.marks.length });
  return found;
}

function confusion(ads: readonly AdKey[], flags: (ad: AdKey) => boolean): Confusion {
  const count = (controlled: boolean, flagged: boolean) =>
    ads.filter((ad) => isControlled(ad) === controlled && flags(ad) === flagged).length;
  return {
    hits: count(true, true),
    misses: count(true, false),
    falseAlarms: count(false, true),
    correctRejections: count(false, false),
  };
}

/** The largest distance, over language labels, between a group's share of false flags and that of all (0 to 1). */
function biasGap(response: DetectionResponse, judged: readonly AdKey[], { market }: ScoreContext): number {
  const others = judged.filter((ad) => !isControlled(ad));
  const share = (ads: readonly AdKey[]) =>
    ads.length === 0 ? 0 : ads.filter((ad) => isFlag(answerOf(response, ad).band)).length / ads.length;
  const groupOf = (ad: AdKey) => findAd(market, ad.ad)?.versions.at(-1)?.fields.languages ?? '';
  const groups = [...new Set(others.map(groupOf))].map((name) => others.filter((ad) => groupOf(ad) === name));
  return Math.max(0, ...groups.map((group) => Math.abs(share(group) - share(others))));
}
