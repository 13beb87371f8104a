import type { DetectionFacts } from '#kinds/detection/model/facts.ts';

/** What is to be said first of an ad. One ad can have two: it was overlooked, or nobody could know it, and it was not judged. */
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
export type AdVerdictName = (typeof AD_VERDICTS)[number];

/** The ads under each verdict. */
export function adsByVerdict(facts: DetectionFacts): Readonly<Record<AdVerdictName, readonly string[]>> {
  return {
    // A flag on what nobody could know is luck: such an ad has that verdict alone.
    hit: facts.hits.filter((ad) => !facts.unknowable.includes(ad)),
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
export function verdictsByAd(facts: DetectionFacts): ReadonlyMap<string, readonly AdVerdictName[]> {
  const by = adsByVerdict(facts);
  const found = new Map<string, AdVerdictName[]>();
  for (const verdict of AD_VERDICTS) for (const ad of by[verdict]) found.set(ad, [...(found.get(ad) ?? []), verdict]);
  return found;
}
