import type { Finding } from '#core/exercise/exercise-kind.ts';
import type { Catalogue } from '#core/indicators/catalogue.ts';
import { required } from '#core/kernel/invariant.ts';
import type { Label } from '#core/market/ground-truth.ts';
import { isControlled } from './answer-of.ts';
import type { AdKey } from './derive-key.ts';
import type { Mark } from './play.ts';

export interface MarkJudgement {
  /** F0.5 over signs, less the share of trap marks. */
  readonly score: number;
  readonly findings: readonly Finding[];
}

/** Weighs precision over recall: a wrong reason harms more than a missing one. F0.5 = 1.25 P R / (0.25 P + R). */
export function judgeMarks(marks: readonly Mark[], judged: readonly AdKey[], catalogue: Catalogue): MarkJudgement {
  const byAd = new Map(judged.map((ad) => [ad.ad, ad]));
  const findings: Finding[] = [];
  let right = 0;
  let wrong = 0;
  let trapped = 0;
  for (const mark of marks) {
    const ad = byAd.get(mark.ad);
    if (!ad || !catalogue.has(mark.indicator)) continue;
    const here = ad.labels.filter((label) => label.at === mark.at);
    const label = here.find((entry) => entry.indicator === mark.indicator);
    if (label?.kind === 'sign') right += 1;
    else if (label?.kind === 'trap') trapped += 1;
    else if (!label) {
      const half = here.some((entry) => entry.kind === 'sign') ? 0.5 : 0;
      right += half;
      wrong += 1 - half;
    }
    const kind = !label ? 'falseFlag' : label.kind === 'sign' ? 'hit' : label.kind;
    findings.push(explain(kind, mark, label, catalogue));
  }
  const wanted = judged
    .filter((ad) => isControlled(ad) && !ad.notKnowable)
    .flatMap((ad) => ad.labels.filter((label) => label.kind === 'sign').map((label) => ({ ad: ad.ad, label })));
  const has = (ad: string, label: Label) =>
    marks.some((mark) => mark.ad === ad && mark.at === label.at && mark.indicator === label.indicator);
  const missed = wanted.filter(({ ad, label }) => !has(ad, label));
  for (const { ad, label } of missed)
    findings.push(explain('miss', { ad, at: label.at, indicator: label.indicator }, label, catalogue));

  const given = right + wrong + trapped;
  // Without a mark nothing is wrong either, which is the best answer where there is nothing to mark.
  const precision = given > 0 ? right / given : Number(wanted.length === 0);
  const recall = wanted.length > 0 ? (wanted.length - missed.length) / wanted.length : 1;
  const f = precision + recall > 0 ? (1.25 * precision * recall) / (0.25 * precision + recall) : 0;
  const penalty = wanted.length > 0 ? trapped / wanted.length : 0;
  return { score: f - penalty, findings };
}

function explain(kind: Finding['kind'], mark: Mark, label: Label | undefined, catalogue: Catalogue): Finding {
  const indicator = required(catalogue.get(mark.indicator), `indicator ${mark.indicator}`);
  return {
    kind,
    at: { ad: mark.ad, locator: mark.at },
    indicator: mark.indicator,
    strength: indicator.strength,
    // A trap is no sign on any ad, whoever stands behind it; of everything else the truth says why it is there.
    reason: kind === 'trap' ? indicator.strengthNote : (label?.why ?? indicator.shows),
    innocentExplanation: indicator.innocent.join(' '),
    sources: indicator.sources,
  };
}
