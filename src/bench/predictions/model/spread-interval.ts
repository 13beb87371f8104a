import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import { studentQuantile } from '#kernel/model/statistics/student-quantile.ts';
import type { Spread } from './jackknife.ts';

/** What a figure can be at worst and at best. */
export type FigureRange = readonly [least: number, most: number];

/** Share of intervals that miss the true figure. */
const OUTSIDE = 0.05;

/** A share this close to an end of its range has reached it. */
const AT_END = 1e-12;

/**
 * The 95 % interval of a figure: symmetric on the logit scale of its range, with Student's t. At an end of the range
 * the actors show no variation: there it is Wilson's interval, with each of the `actors` counted as one ad. If nothing
 * is known of the variation, it is the whole range.
 * @see M. S. Pepe, The Statistical Evaluation of Medical Tests, 2003, chapter 5: logit scale for the area under a curve.
 */
export function spreadInterval(
  { value, variance, freedom }: Spread,
  [least, most]: FigureRange,
  actors: number,
): readonly [low: number, high: number] {
  if (variance === undefined) return [least, most];
  const width = most - least;
  const share = (value - least) / width;
  const placed = (low: number, high: number) =>
    [Math.min(value, least + low * width), Math.max(value, least + high * width)] as const;
  if (share < AT_END || share > 1 - AT_END) {
    const deviations = studentQuantile(OUTSIDE, Math.max(1, actors - 1));
    return placed(...wilsonInterval(share * actors, actors, deviations));
  }
  const logit = Math.log(share / (1 - share));
  const reach = (studentQuantile(OUTSIDE, freedom) * Math.sqrt(variance)) / (width * share * (1 - share));
  return placed(1 / (1 + Math.exp(reach - logit)), 1 / (1 + Math.exp(-reach - logit)));
}
