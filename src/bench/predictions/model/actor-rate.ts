import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import { studentQuantile } from '#kernel/model/statistics/student-quantile.ts';
import { sumOf } from '#kernel/model/sum-of.ts';
import { effectiveActors } from './effective-actors.ts';
import type { PredictionFigure } from './schemas.ts';

/** What is counted, by actor: both lists are of equal length. */
export interface ActorCounts {
  readonly successes: ArrayLike<number>;
  readonly trials: ArrayLike<number>;
}

/** Ads that seem to agree less than chance would have it count at most this often. */
const MAX_WEIGHT = 2;

/** Share of intervals that miss the true figure. */
const OUTSIDE = 0.05;

/**
 * A rate with its 95 % interval; undefined if there was nothing to count. Ads of one actor are alike, so the interval
 * is Wilson's for the number of independent ads that would vary as the actors do (by the jackknife over actors), with
 * Student's t for the number of actors. Where the rate is 0 or 1 the actors show no variation, and each counts as one
 * ad. `outside` is the share of intervals that may miss, if several are read together.
 * @see E. L. Korn and B. I. Graubard, 1998, Survey Methodology 24; N. Dean and M. Pagano, 2015, Journal of Survey
 * Statistics and Methodology 3.
 */
export function actorRate({ successes, trials }: ActorCounts, outside = OUTSIDE): PredictionFigure | undefined {
  const [all, right] = [sumOf(trials), sumOf(successes)];
  if (all === 0) return undefined;
  const value = right / all;
  const actors = effectiveActors(trials);
  const variance = jackknifeVariance({ successes, trials }, right, all);
  const isUniform = value === 0 || value === 1;
  const independent = isUniform ? actors : Math.min(MAX_WEIGHT * all, (value * (1 - value)) / variance);
  const deviations = studentQuantile(outside, Math.max(1, actors - 1));
  const [low, high] = wilsonInterval(value * independent, independent, deviations);
  // Rounding may move an end across the value in the last digit.
  return { value, low: Math.min(low, value), high: Math.max(high, value), n: all };
}

/** Variance of a rate between samples of actors: how it moves when one actor is left out. */
function jackknifeVariance({ successes, trials }: ActorCounts, right: number, all: number): number {
  let [actors, moved, squares] = [0, 0, 0];
  for (let actor = 0; actor < trials.length; actor++) {
    const own = trials[actor] as number;
    if (own === 0) continue;
    actors += 1;
    // The rate of all is not defined without its only actor.
    if (own === all) return Number.POSITIVE_INFINITY;
    const move = (right - (successes[actor] as number)) / (all - own) - right / all;
    moved += move;
    squares += move * move;
  }
  return ((actors - 1) / actors) * (squares - (moved * moved) / actors);
}
