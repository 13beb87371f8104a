import type { Indicator, MarketProfileId } from './schemas.ts';
import type { Ratios } from './weigh-evidence.ts';

/** How much a likelihood ratio tells, in the three words of the kit. */
export type StrengthWord = 'weak' | 'moderate' | 'strong';

/** From these times on a sign is called moderate, and strong. */
export const STRENGTH_BORDERS = { moderate: 2, strong: 5 } as const;

/** Nearer to 1 than this, something is about as common on both sides. */
export const ALIKE_BELOW = 1.15;

/** From here on the figure after the point says nothing. */
const LARGE = 10;
/** Digits after the point that a number may need so that it does not cross a border by rounding. */
const MOST_DIGITS = 4;

/** How many times as common something is on one side as on the other, and on which side: what every sentence is said from. */
export interface Times {
  /** `more`: among what is sought; `less`: among the others; `same`: about as common on both sides. */
  readonly side: 'more' | 'less' | 'same';
  /** At least 1, rounded so that it stays on its side of every border. */
  readonly n: number;
  readonly strength: StrengthWord;
}

/** Reads a likelihood ratio: of one sign, or of all that a page shows. */
export function readRatio(ratio: number): Times {
  const times = ratio < 1 ? 1 / ratio : ratio;
  const side = times < ALIKE_BELOW ? 'same' : ratio < 1 ? 'less' : 'more';
  return { side, n: roundedTimes(times), strength: strengthOfTimes(times) };
}

/**
 * The strength of an indicator in a market, from the ratio that was measured there; the word of the catalogue where nothing
 * is measured because nothing is weighed: for a trap, and for a sign of a possible minor. Undefined for an indicator that
 * does not occur in such markets.
 */
export function strengthIn(
  { id, kind, strength }: Pick<Indicator, 'id' | 'kind' | 'strength'>,
  ratios: Ratios,
): Indicator['strength'] | undefined {
  if (kind === 'trap' || strength === 'safeguard') return strength;
  const ratio = ratios.get(id);
  return ratio === undefined ? undefined : readRatio(ratio).strength;
}

/** What is sought in a setting: controlled ads, or ads of recruiters who deceive; a ratio compares these with the others. */
export const soughtIn = (setting: string): 'ads' | 'offers' =>
  setting === 'JOB' || setting === 'SOC' ? 'offers' : 'ads';

/** Likelihood ratios by setting and indicator, as measured on the generator. */
export type MeasuredWeights = Readonly<Partial<Record<MarketProfileId, Readonly<Record<string, number>>>>>;

/** The settings in which an indicator occurs, each with what it is worth there. */
export const settingsOf = (id: string, weights: MeasuredWeights): (Times & { readonly setting: MarketProfileId })[] =>
  (Object.entries(weights) as [MarketProfileId, Readonly<Record<string, number>>][]).flatMap(([setting, ratios]) => {
    const ratio = ratios[id];
    return ratio === undefined ? [] : [{ setting, ...readRatio(ratio) }];
  });

/** What the evidence of a page is worth, and what follows from it at the announced share of ads that are sought. */
export interface Weighed extends Times {
  readonly ratio: number;
  /** Of a hundred ads so many are sought: of all ads of the market, and of ads with such a page. */
  readonly before: number;
  readonly after: number;
}

/** Weighs a page: its ratio, the share of sought ads (0 to 1), and the probability that follows from both. */
export function weighPage(ratio: number, prevalence: number, posterior: number): Weighed {
  return { ...readRatio(ratio), ratio, before: inHundred(prevalence), after: inHundred(posterior) };
}

function strengthOfTimes(times: number): StrengthWord {
  if (times < STRENGTH_BORDERS.moderate) return 'weak';
  return times < STRENGTH_BORDERS.strong ? 'moderate' : 'strong';
}

/** Rounds to one digit after the point, or to as many as keep the number on its side of the borders. */
function roundedTimes(times: number): number {
  const isSame = (rounded: number) =>
    strengthOfTimes(rounded) === strengthOfTimes(times) && rounded < ALIKE_BELOW === times < ALIKE_BELOW;
  if (times >= LARGE) return Math.round(times);
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const rounded = Number(times.toFixed(digits));
    if (isSame(rounded)) return rounded;
  }
  return Math.floor(times * 10 ** MOST_DIGITS) / 10 ** MOST_DIGITS;
}

/** A share as a number in a hundred; small ones have a digit after the point. */
function inHundred(share: number): number {
  const hundred = share * 100;
  return Number(hundred.toFixed(hundred < 10 ? 1 : 0));
}
