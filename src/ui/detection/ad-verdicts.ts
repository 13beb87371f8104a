import type { DetectionFacts } from '#core/detection/facts.ts';

/** What is to be said first of an ad. One ad can have two: overlooked and not judged, or flagged rightly and not knowable. */
export const AD_VERDICTS = [
  'hit',
  'overlooked',
  'falseFlag',
  'tooHigh',
  'alike',
  'unknowable',
  'leftAlone',
  'notJudged',
] as const;
export type AdVerdict = (typeof AD_VERDICTS)[number];

/** The ads under each verdict. */
export function adsByVerdict(facts: DetectionFacts): Readonly<Record<AdVerdict, readonly string[]>> {
  return {
    hit: facts.hits,
    overlooked: [...facts.misses, ...facts.leftOut],
    falseFlag: facts.falseFlags,
    tooHigh: facts.tooHigh,
    alike: facts.alike,
    unknowable: facts.unknowable,
    leftAlone: facts.leftAlone,
    notJudged: facts.notJudged,
  };
}

/** The verdicts on each ad that can be judged, in the order above. */
export function verdictsByAd(facts: DetectionFacts): ReadonlyMap<string, readonly AdVerdict[]> {
  const by = adsByVerdict(facts);
  const found = new Map<string, AdVerdict[]>();
  for (const verdict of AD_VERDICTS) for (const ad of by[verdict]) found.set(ad, [...(found.get(ad) ?? []), verdict]);
  return found;
}
