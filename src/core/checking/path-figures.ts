import type { Exploration } from '#core/scenario/explore-story.ts';
import { POINTS } from '#core/scoring/score-path.ts';
import { RATED, type StepRatings } from './step-ratings.ts';

/** What all paths of a case come to, each path counted once. Nothing is enumerated: every situation is looked at once. */
export interface PathFigures {
  /** Number of different paths from the beginning to an end, exactly, in digits. */
  readonly paths: string;
  /** How many paths come to each score, lowest first; none where there are more paths than a number can hold. */
  readonly scores: readonly { readonly raw: number; readonly redLine: boolean; readonly paths: number }[];
  /** True where the counts are exact; beyond 2^53 paths they are rounded to about 12 digits. */
  readonly exact: boolean;
}

/** More scores than this over all situations are not kept; the figures are then left out. */
const MOST_SCORES = 16_000_000;

/** The score that a path has so far is one of a range; a situation has one range before a red line and one after it. */
interface Ranges {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Where the counts of each begin in the one long list of counts. */
  readonly first: Float64Array;
  readonly total: number;
}

const NOWHERE = 0x7fffffff;
const RED = RATED.indexOf('red');
const POINTS_OF = RATED.map((rating) => (rating === undefined ? 0 : POINTS[rating]));

/** Counts the paths of a case whose steps lead forward only, and their scores; undefined where there are too many scores to keep. */
export function countPaths(
  exploration: Exploration,
  order: Int32Array,
  begins: number,
  ratings: StepRatings,
): PathFigures | undefined {
  const { count, steps, to, configurationOf } = exploration;
  const ranges = rangesOf(exploration, order, begins, ratings);
  if (ranges.total > MOST_SCORES) return undefined;
  const counts = new Float64Array(ranges.total);
  for (let root = 0; root < begins; root++)
    counts[(ranges.first[2 * root] as number) - (ranges.low[2 * root] as number)] = 1;
  const found = new Map<string, { raw: number; redLine: boolean; paths: number }>();

  for (let place = 0; place < count; place++) {
    const situation = order[place] as number;
    for (let after = 0; after <= 1; after++) {
      const from = 2 * situation + after;
      const low = ranges.low[from] as number;
      const high = ranges.high[from] as number;
      if (low > high) continue;
      const first = ranges.first[from] as number;
      if (configurationOf(situation).ended) {
        for (let raw = low; raw <= high; raw++) addScore(found, raw, after === 1, counts[first + raw - low] as number);
        continue;
      }
      for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++) {
        const rating = ratings[step] as number;
        const points = POINTS_OF[rating] as number;
        const target = 2 * (to[step] as number) + (rating === RED ? 1 : after);
        const shift = (ranges.first[target] as number) + low + points - (ranges.low[target] as number);
        for (let n = 0; n <= high - low; n++)
          counts[shift + n] = (counts[shift + n] as number) + (counts[first + n] as number);
      }
    }
  }
  const scores = [...found.values()].sort((a, b) => a.raw - b.raw || Number(b.redLine) - Number(a.redLine));
  const total = scores.reduce((sum, { paths }) => sum + paths, 0);
  const exact = total <= Number.MAX_SAFE_INTEGER;
  const paths = exact ? String(total) : String(countExactly(exploration, order, begins));
  return { paths, scores: Number.isFinite(total) ? scores : [], exact };
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

/** The lowest and highest score with which each situation can be reached, before and after a red line. */
function rangesOf({ count, steps, to }: Exploration, order: Int32Array, begins: number, ratings: StepRatings): Ranges {
  const low = new Int32Array(2 * count).fill(NOWHERE);
  const high = new Int32Array(2 * count).fill(-NOWHERE);
  for (let root = 0; root < begins; root++) {
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
  const first = new Float64Array(2 * count);
  let total = 0;
  for (let n = 0; n < 2 * count; n++) {
    first[n] = total;
    if ((low[n] as number) <= (high[n] as number)) total += (high[n] as number) - (low[n] as number) + 1;
  }
  return { low, high, first, total };
}

/** The number of paths, where it is beyond what a plain number holds exactly. */
function countExactly({ count, steps, to, configurationOf }: Exploration, order: Int32Array, begins: number): bigint {
  const ways: bigint[] = Array.from({ length: count }, (_, situation) => (situation < begins ? 1n : 0n));
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
