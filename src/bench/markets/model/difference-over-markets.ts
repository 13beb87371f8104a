import { studentQuantile } from '#kernel/model/statistics/student-quantile.ts';
import { sumOf } from '#kernel/model/sum-of.ts';
import { spreadOf, strataOf } from './mean-over-markets.ts';

/** A mean difference with its 95 % interval over so many markets; one market gives no interval. */
export interface Difference {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly markets: number;
}

/** Share of intervals that miss the true difference. */
const OUTSIDE = 0.05;

/**
 * The mean over markets of how far one reader is above another in the same market. Differences are paired: what makes a
 * market hard for both cancels out. The interval is Student's, with the variance of the differences between the markets
 * of a profile and strata as in `meanOverMarkets`. Undefined without a market.
 * @see R. G. Miller, Beyond ANOVA, 1986, chapter 2: paired samples.
 */
export function differenceOverMarkets(byProfile: readonly (readonly number[])[]): Difference | undefined {
  const all = byProfile.flat();
  if (all.length === 0) return undefined;
  const value = sumOf(all) / all.length;
  if (all.length === 1) return { value, markets: 1 };
  const paired = byProfile.map((values) => values.map((one) => ({ value: one, variance: undefined })));
  const { variance, freedom } = spreadOf(strataOf(paired), all.length);
  const reach = studentQuantile(OUTSIDE, freedom) * Math.sqrt(variance);
  return { value, low: value - reach, high: value + reach, markets: all.length };
}
