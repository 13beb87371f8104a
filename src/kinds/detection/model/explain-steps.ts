import type { Figure, Finding } from '#case/exercise/model/exercise-kind.ts';
import { isControlled } from './answer-of.ts';
import type { AdKey } from './derive-key.ts';
import { countedBand, type DetectionResponse, type Judgement } from './play.ts';

/**
 * Findings about the next step chosen for each ad, and how many of them fit. A finding and a figure, not a criterion:
 * checking links fits nearly every ad, so the same step throughout would be the best play. The effect of a step on the
 * answer "more information needed" is scored with the bands, see `countedBand`, and explained here.
 */
export function explainSteps(
  { judgements }: Pick<DetectionResponse, 'judgements'>,
  judged: readonly AdKey[],
): { readonly findings: readonly Finding[]; readonly figures: readonly Figure[] } {
  const findings = judged.flatMap((ad): Finding[] => {
    const judgement = judgements[ad.ad];
    return judgement && (judgement.next !== undefined || judgement.band === 'unknown')
      ? [explainStep(ad, judgement)]
      : [];
  });
  const steps = findings.filter(({ step }) => step !== undefined);
  const count = [steps.filter(({ kind }) => kind === 'hit').length, steps.length] as const;
  return {
    findings,
    figures: steps.length === 0 ? [] : [{ id: 'next-steps', value: count[0] / count[1], count }],
  };
}

function explainStep(ad: AdKey, judgement: Judgement): Finding {
  const { next } = judgement;
  const fits = next === undefined || ad.fitting.includes(next);
  return {
    kind: fits ? 'hit' : next === 'keep' ? 'miss' : 'falseFlag',
    at: { ad: ad.ad },
    reason: `ad.step.${fits ? whatFits(judgement) : whatFails(ad, judgement)}`,
    ...(next !== undefined && { step: { chosen: next, fitting: ad.fitting } }),
    sources: [],
  };
}

/** "More information needed" counts as checking links if the next step looks for it or is left open. */
function whatFits(judgement: Judgement): 'fits' | 'more' | 'more.open' | 'more.none' {
  if (judgement.band !== 'unknown') return 'fits';
  if (judgement.next === undefined) return 'more.open';
  return countedBand(judgement) === 'check' ? 'more' : 'more.none';
}

function whatFails(ad: AdKey, { next }: Judgement): 'idle' | 'look' | 'early' {
  if (next !== 'keep') return 'early';
  return isControlled(ad) ? 'idle' : 'look';
}
