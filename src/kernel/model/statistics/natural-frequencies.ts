import { positivePredictiveValue } from './predictive-value.ts';

/** A sign told as counts of ads instead of shares. Counts are not rounded. */
export interface NaturalFrequencies {
  readonly controlled: number;
  readonly others: number;
  /** Ads that show the sign, among each of the two. */
  readonly controlledShow: number;
  readonly othersShow: number;
  /** The share of controlled ads among those that show the sign, from 0 to 1; undefined where no ad shows it. */
  readonly share: number | undefined;
  /** How much more often the sign is on controlled ads than on others; undefined where no other ad shows it. */
  readonly ratio: number | undefined;
}

/**
 * What a sign says of the ads that show it. `prevalence` is the share of controlled ads among all `ads`; the two rates
 * are the shares of controlled and of other ads that show the sign. All shares are from 0 to 1.
 */
export function naturalFrequencies(
  ads: number,
  prevalence: number,
  rateOfControlled: number,
  rateOfOthers: number,
): NaturalFrequencies {
  const controlled = ads * prevalence;
  const others = ads - controlled;
  const controlledShow = controlled * rateOfControlled;
  const othersShow = others * rateOfOthers;
  return {
    controlled,
    others,
    controlledShow,
    othersShow,
    share: positivePredictiveValue(rateOfControlled, 1 - rateOfOthers, prevalence),
    ratio: rateOfOthers === 0 ? undefined : rateOfControlled / rateOfOthers,
  };
}
