import type { Exploration } from '#case/language/model/explore-story.ts';
import { POINTS } from '#case/scoring/model/score-path.ts';
import { createPathCountPool } from './path-count-pool.ts';
import { RATED, type StepRatings } from './step-ratings.ts';

/**
 * Figures over all paths of a case, each path counted once. Nothing is enumerated: every situation is visited once
 * (dynamic programming).
 */
export interface PathFigures {
  /** Number of different paths from the start to an end, exact, in decimal digits. */
  readonly paths: string;
  /** Number of paths with each score, lowest first; empty if they cannot be weighed. */
  readonly scores: readonly { readonly raw: number; readonly redLine: boolean; readonly paths: number }[];
  /** True if the counts are exact; beyond 2^53 paths they are rounded to about 12 digits. */
  readonly exact: boolean;
}

/** Maximum scores counted over all situations. */
const MAX_SCORES = 16_000_000;

/** Range of the possible scores at a situation; each situation has one range before a red line and one after it. */
export interface Ranges {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Total number of counts over all ranges. */
  readonly total: number;
}

/** Number of scores in a range; 0 if nothing leads there. */
export const widthOf = ({ low, high }: Ranges, at: number) => (high[at] as number) - (low[at] as number) + 1;

const UNREACHED = 0x7fffffff;
const RED = RATED.indexOf('red');
const POINTS_OF = RATED.map((rating) => (rating === undefined ? 0 : POINTS[rating]));

/** Counts the paths of an acyclic case, and their scores; `roots` are the initial situations. */
export function countPaths(
  exploration: Exploration,
  order: Int32Array,
  roots: readonly number[],
  ratings: StepRatings,
): PathFigures {
  const ranges = rangesOf(exploration, order, roots, ratings);
  const about = countAbout(exploration, order, roots);
  const weighable = ranges.total <= MAX_SCORES && Number.isFinite(about);
  const exact = about <= Number.MAX_SAFE_INTEGER;
  return {
    paths: exact ? String(about) : String(countExactly(exploration, order, roots)),
    scores: weighable ? countScores(exploration, order, roots, ratings, ranges) : [],
    exact,
  };
}

function countScores(
  { count, steps, to, configurationOf }: Exploration,
  order: Int32Array,
  roots: readonly number[],
  ratings: StepRatings,
  ranges: Ranges,
): PathFigures['scores'] {
  const room = createPathCountPool(2 * count);
  for (const root of roots) room.begin(2 * root);
  const found = new Map<string, { raw: number; redLine: boolean; paths: number }>();

  for (let place = 0; place < count; place++) {
    const situation = order[place] as number;
    const { ended } = configurationOf(situation);
    const stop = steps[situation + 1] as number;
    for (let after = 0; after <= 1; after++) {
      const from = 2 * situation + after;
      const low = ranges.low[from] as number;
      const width = widthOf(ranges, from);
      if (width <= 0) continue;
      for (let step = steps[situation] as number; step < stop; step++) {
        const rating = ratings[step] as number;
        const target = 2 * (to[step] as number) + (rating === RED ? 1 : after);
        room.addAll(
          from,
          target,
          width,
          low + (POINTS_OF[rating] as number) - (ranges.low[target] as number),
          widthOf(ranges, target),
        );
      }
      if (ended) room.forEach(from, width, (n, paths) => addScore(found, low + n, after === 1, paths));
      room.free(from, width);
    }
  }
  return [...found.values()].sort((a, b) => a.raw - b.raw || Number(b.redLine) - Number(a.redLine));
}

function addScore(
  found: Map<string, { raw: number; redLine: boolean; paths: number }>,
  raw: number,
  redLine: boolean,
  paths: number,
): void {
  if (paths === 0) return;
  const name = `${redLine} ${raw}`;
  const before = found.get(name);
  if (before) before.paths += paths;
  else found.set(name, { raw, redLine, paths });
}

/** The minimum and maximum score with which each situation can be reached, before and after a red line. */
function rangesOf(
  { count, steps, to }: Exploration,
  order: Int32Array,
  roots: readonly number[],
  ratings: StepRatings,
): Ranges {
  const low = new Int32Array(2 * count).fill(UNREACHED);
  const high = new Int32Array(2 * count).fill(-UNREACHED);
  for (const root of roots) {
    low[2 * root] = 0;
    high[2 * root] = 0;
  }
  for (let place = 0; place < count; place++) {
    const situation = order[place] as number;
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++) {
      const rating = ratings[step] as number;
      const points = POINTS_OF[rating] as number;
      for (let after = 0; after <= 1; after++) {
        const from = 2 * situation + after;
        if ((low[from] as number) > (high[from] as number)) continue;
        const target = 2 * (to[step] as number) + (rating === RED ? 1 : after);
        low[target] = Math.min(low[target] as number, (low[from] as number) + points);
        high[target] = Math.max(high[target] as number, (high[from] as number) + points);
      }
    }
  }
  let total = 0;
  for (let n = 0; n < 2 * count; n++)
    if ((low[n] as number) <= (high[n] as number)) total += (high[n] as number) - (low[n] as number) + 1;
  return { low, high, total };
}

/** The number of paths as a floating-point number: exact up to 2^53, and infinite on overflow. */
function countAbout(
  { count, steps, to, configurationOf }: Exploration,
  order: Int32Array,
  roots: readonly number[],
): number {
  const ways = new Float64Array(count);
  for (const root of roots) ways[root] = 1;
  let total = 0;
  for (let place = 0; place < count; place++) {
    const situation = order[place] as number;
    const here = ways[situation] as number;
    if (configurationOf(situation).ended) total += here;
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++)
      ways[to[step] as number] = (ways[to[step] as number] as number) + here;
  }
  return total;
}

/** The number of paths as a bigint, beyond the exact range of a number. */
function countExactly(
  { count, steps, to, configurationOf }: Exploration,
  order: Int32Array,
  roots: readonly number[],
): bigint {
  const ways: bigint[] = Array.from({ length: count }, (_, situation) => (roots.includes(situation) ? 1n : 0n));
  let total = 0n;
  for (let place = 0; place < count; place++) {
    const situation = order[place] as number;
    const here = ways[situation] as bigint;
    if (configurationOf(situation).ended) total += here;
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++)
      ways[to[step] as number] = (ways[to[step] as number] as bigint) + here;
  }
  return total;
}
