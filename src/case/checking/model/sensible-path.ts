import type { TimeSpan } from '#case/exercise/model/time-span.ts';
import { valueIn } from '#case/language/model/compiled-scenario.ts';
import type { Exploration } from '#case/language/model/explore-story.ts';
import { ROLE_VARIABLE, type Role } from '#case/language/model/role.ts';
import type { StoryMove } from '#case/language/model/story.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { InvariantError } from '#kernel/model/invariant.ts';
import { orderSituations } from './find-loops.ts';
import { moveOf } from './path-in-words.ts';
import { RATED, rateSteps } from './step-ratings.ts';

/** A step of a path, with the role in which it is taken. */
export interface SensibleStep {
  readonly move: StoryMove;
  readonly role: Role | undefined;
}

/** A path with the state in which it ends. */
export interface WalkedPath {
  readonly steps: readonly SensibleStep[];
  readonly end: string;
  readonly role: Role | undefined;
}

const UNWISE: readonly number[] = [RATED.indexOf('harmful'), RATED.indexOf('red')];

/** Maximum exercises tracked on every path; a case has one to three. */
const MAX_EXERCISES = 4;

/**
 * Among the sensible paths that include most exercises, the one that takes least time, or most, with every scene
 * counted as if read for the first time. Every situation is visited once for each set of exercises done, in topological
 * order.
 */
export function sensiblePath(
  exploration: Exploration,
  timeOf: (step: SensibleStep) => TimeSpan,
  end: keyof TimeSpan,
  key: AnswerKey | undefined,
): WalkedPath {
  const { count, steps, to, configurationOf, reachedFrom, story } = exploration;
  const order = orderSituations(exploration);
  if (order.loops) throw new InvariantError(`${story.scenario.id} goes round. Check it before its time is counted.`);
  const ratings = rateSteps(exploration, key);
  const exercises = Object.entries(story.scenario.states).flatMap(([id, { type }]) =>
    type === 'exercise' ? [id] : [],
  );
  const bitOf = new Map(exercises.slice(0, MAX_EXERCISES).map((id, n) => [id, 1 << n]));
  const sets = 1 << bitOf.size;
  const sign = end === 'least' ? 1 : -1;
  const stepAt = (situation: number, step: number): SensibleStep => ({
    move: moveOf(exploration, situation, step),
    role: roleIn(exploration, situation),
  });
  const times = new Float64Array(count * sets).fill(Number.POSITIVE_INFINITY);
  const by = new Int32Array(count * sets).fill(-1);
  const from = new Int32Array(count * sets).fill(-1);
  let best = -1;
  const isBetter = (one: number, other: number) => {
    const more = doneIn(one % sets) - doneIn(other % sets);
    return more > 0 || (more === 0 && (times[one] as number) < (times[other] as number));
  };
  for (const situation of order.order) {
    if (reachedFrom[situation] === -1) times[situation * sets] = 0;
    for (let done = 0; done < sets; done++) {
      const place = situation * sets + done;
      const here = times[place] as number;
      if (here === Number.POSITIVE_INFINITY) continue;
      if (configurationOf(situation).ended && (best === -1 || isBetter(place, best))) best = place;
      for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++) {
        if (UNWISE.includes(ratings[step] as number)) continue;
        const taken = stepAt(situation, step);
        const target = (to[step] as number) * sets + (done | (bitOf.get(taken.move.state) ?? 0));
        const there = here + sign * timeOf(taken)[end];
        if (there >= (times[target] as number)) continue;
        times[target] = there;
        by[target] = step;
        from[target] = place;
      }
    }
  }
  if (best === -1)
    throw new InvariantError(`${story.scenario.id} has no end to come to. Check it before its time is counted.`);
  const walked: SensibleStep[] = [];
  for (let at = best; from[at] !== -1; at = from[at] as number) {
    const before = Math.floor((from[at] as number) / sets);
    walked.unshift(stepAt(before, by[at] as number));
  }
  const last = Math.floor(best / sets);
  return { steps: walked, end: configurationOf(last).active[0] ?? '', role: roleIn(exploration, last) };
}

/** Number of exercises in a set. */
function doneIn(set: number): number {
  let left = set;
  let count = 0;
  for (; left > 0; left >>= 1) count += left & 1;
  return count;
}

function roleIn({ story, combinationOf }: Exploration, situation: number): Role | undefined {
  return valueIn(story.scenario.variables, combinationOf(situation), ROLE_VARIABLE) as Role | undefined;
}
