/** How often ads of one step were sought; a step is a whole number from 0 on. */
export type Shares = (step: number) => number;

/** Added on each side, so that a step without ads has the share of one half and none has 0 or 1. */
const CONTINUITY_CORRECTION = 0.5;

/** Counts how often ads of each step were sought; steps from `last` on are one. */
export function learnShares(examples: Iterable<readonly [step: number, sought: boolean]>, last: number): Shares {
  const ads = new Float64Array(last + 1);
  const sought = new Float64Array(last + 1);
  const placeOf = (step: number) => Math.min(last, step);
  for (const [step, isSought] of examples) {
    const place = placeOf(step);
    ads[place] = (ads[place] as number) + 1;
    sought[place] = (sought[place] as number) + Number(isSought);
  }
  return (step) => {
    const place = placeOf(step);
    return ((sought[place] as number) + CONTINUITY_CORRECTION) / ((ads[place] as number) + 2 * CONTINUITY_CORRECTION);
  };
}
