import { shuffle, stream } from '#kernel/model/rng.ts';
import { quantileOf } from '#kernel/model/statistics/quantile.ts';
import { BANDS } from '#market/signs/model/bands.ts';
import { type AttemptColumns, NOT_JUDGED } from './attempt-columns.ts';
import { gapOf } from './bias-groups.ts';
import type { KeyColumns } from './key-columns.ts';

const FLAG_FROM = BANDS.indexOf('prioritise');

/** How often labels are dealt out. */
const DEALS = 399;

/** Share of deals whose gap is at most the result. */
const HIGH = 0.95;

/**
 * The widest gap between groups that chance alone makes of the flags of an attempt, in 95 of 100 cases: all labels of a
 * persona are dealt to another persona among those that are not controlled, with all of its ads. Labels are drawn
 * independently of everything else (rule C18), so that a larger gap comes from how the ads were read. The same attempt
 * gives the same result.
 * @see P. Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 2005, chapter 3.
 */
export function gapByChance(key: KeyColumns, { band }: AttemptColumns): number {
  const personas = personasIn(key, (ad) => band[ad] !== NOT_JUDGED && (band[ad] as number) >= FLAG_FROM);
  const dealt = personas.map((_, n) => n);
  const rng = stream('bias gap', 'labels');
  const sizes = key.groupSizes.map(({ length }) => new Float64Array(length));
  const flagged = key.groupSizes.map(({ length }) => new Float64Array(length));
  const gaps = Float64Array.from({ length: DEALS }, () => {
    shuffle(dealt, rng);
    let widest = 0;
    key.groups.forEach((groups, label) => {
      const [ads, flags] = [sizes[label] as Float64Array, flagged[label] as Float64Array];
      ads.fill(0);
      flags.fill(0);
      for (let n = 0; n < dealt.length; n++) {
        const persona = personas[n] as Persona;
        const group = groups[(personas[dealt[n] as number] as Persona).first] as number;
        ads[group] = (ads[group] as number) + persona.ads;
        flags[group] = (flags[group] as number) + persona.flagged;
      }
      widest = Math.max(widest, gapOf(ads, flags));
    });
    return widest;
  });
  return quantileOf(gaps.sort(), HIGH);
}

/** One persona of ads that are not controlled: its first ad, and how many of its ads were flagged. */
interface Persona {
  readonly first: number;
  ads: number;
  flagged: number;
}

function personasIn(key: KeyColumns, isFlagged: (ad: number) => boolean): Persona[] {
  const found = new Map<number, Persona>();
  for (let ad = 0; ad < key.ads; ad++) {
    if (key.controlled[ad] === 1) continue;
    const number = key.personas[ad] as number;
    const persona = found.get(number) ?? { first: ad, ads: 0, flagged: 0 };
    found.set(number, persona);
    persona.ads += 1;
    persona.flagged += Number(isFlagged(ad));
  }
  return [...found.values()];
}
