import type { CompiledState } from '#case/language/model/compiled-scenario.ts';
import type { Role } from '#case/language/model/role.ts';
import { keyInRole } from '#case/scoring/model/key-in-role.ts';
import type { AnswerKey, Rating } from '#case/scoring/model/schemas.ts';
import { decisionCriterion, POINTS } from '#case/scoring/model/score-path.ts';
import { moveOf, stepInWords } from './path-in-words.ts';
import type { PlayedCase } from './played-case.ts';
import type { Path, Report } from './report.ts';
import { RATED, type StepRatings } from './step-ratings.ts';

const RED = RATED.indexOf('red');
const HARMFUL = RATED.indexOf('harmful');
/** Cost of a step: less than one point over all steps that a path can have. */
const STEP_COST = 2 ** -20;
const GOOD: readonly number[] = [RATED.indexOf(undefined), RATED.indexOf('good')];

/** Location of an option in the key. */
const keyPlace = (state: string, option: string): Path => ['decisions', state, 'options', option];

/** A red option has to lead to an end: no decision and no exercise may follow it. */
export function checkRedLines(played: PlayedCase, ratings: StepRatings, report: Report): void {
  const { exploration, wayTo } = played;
  const reported = new Set<string>();
  forEachStep(played, ratings, (situation, step, rating) => {
    if (rating !== RED) return;
    const { state, option } = moveOf(exploration, situation, step);
    const name = `${state} ${option?.id}`;
    if (reported.has(name)) return;
    const goesOn = afterStory(played, exploration.to[step] as number).find(
      (after) => !exploration.configurationOf(after).ended,
    );
    if (goesOn === undefined) return;
    reported.add(name);
    const next = exploration.configurationOf(goesOn).active.join(', ');
    report('key.red-line-goes-on', keyPlace(state, option?.id ?? ''), {
      state,
      option: option?.id ?? '',
      next,
      example: `${wayTo(situation)} > ${stepInWords(moveOf(exploration, situation, step), played.scenes)}`,
    });
  });
}

/**
 * If red options end the case early, some option that is not red has to end it early too: otherwise an early end
 * reveals the rating. An end is early if no path of good options leads to it.
 */
export function checkEarlyEnds(played: PlayedCase, ratings: StepRatings, report: Report): void {
  const { exploration } = played;
  const late = endsOf(played, goodSituations(played, ratings, rootsOf(played)));
  let red: { readonly state: string; readonly option: string } | undefined;
  let other = false;
  forEachStep(played, ratings, (situation, step, rating) => {
    const { state, option } = moveOf(exploration, situation, step);
    if (!option || (red && rating === RED) || (other && rating !== RED)) return;
    const ends = endsOf(played, afterStory(played, exploration.to[step] as number));
    if (![...ends].some((end) => !late.has(end))) return;
    if (rating === RED) red = { state, option: option.id };
    else other = true;
  });
  if (red && !other) report('key.early-end-only-red', keyPlace(red.state, red.option), red);
}

/** Checks for a path from the start to an end by good options alone, in every role. Returns false if there is none. */
export function checkGoodPath(played: PlayedCase, ratings: StepRatings, report: Report): boolean {
  for (const root of rootsOf(played)) {
    const good = goodSituations(played, ratings, [root]);
    if (endsOf(played, good).size > 0) continue;
    const last = good.at(-1) as number;
    const state = played.exploration.configurationOf(last).active.join(', ');
    report('key.no-good-path', ['model'], { state, example: played.wayTo(last) });
    return false;
  }
  return true;
}

/** The best path with a harmful choice has to stay below the pass mark, in each role. */
export function checkPassMark(
  played: PlayedCase,
  ratings: StepRatings,
  order: Int32Array,
  key: AnswerKey,
  report: Report,
): void {
  if (key.passMark === undefined) return;
  const { exploration } = played;
  const { count, steps, to, configurationOf } = exploration;
  // Best points per situation in three classes: without harm, with harm, over a red line. Ties go to the shortest path:
  // a step costs less than any point is worth.
  const most = Array.from({ length: 3 }, () => new Float64Array(count).fill(Number.NEGATIVE_INFINITY));
  const by = Array.from({ length: 3 }, () => new Int32Array(count).fill(-1));
  const from = Array.from({ length: 3 }, () => new Int32Array(count));
  for (let situation = 0; situation < count; situation++)
    if (exploration.reachedFrom[situation] === -1) (most[0] as Float64Array)[situation] = 0;
  for (const situation of order)
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++) {
      const rating = ratings[step] as number;
      const target = to[step] as number;
      const points = RATED[rating] === undefined ? 0 : POINTS[RATED[rating] as Rating];
      for (let way = 0; way < 3; way++) {
        const after = rating === RED ? 2 : rating === HARMFUL ? Math.max(way, 1) : way;
        const sum = (most[way]?.[situation] as number) + points - STEP_COST;
        if (sum <= (most[after]?.[target] as number)) continue;
        (most[after] as Float64Array)[target] = sum;
        (by[after] as Int32Array)[target] = step;
        (from[after] as Int32Array)[target] = way * count + situation;
      }
    }
  let best: { score: number; sum: number; way: number; end: number } | undefined;
  for (let situation = 0; situation < count; situation++) {
    if (!configurationOf(situation).ended) continue;
    for (const way of [1, 2]) {
      const sum = most[way]?.[situation] as number;
      if (sum === Number.NEGATIVE_INFINITY) continue;
      const raw = Math.ceil(sum);
      const score = decisionCriterion(keyInRole(key, roleAt(played, situation)), raw, way === 2).scaled;
      const isBetter = !best || score > best.score || (score === best.score && sum > best.sum);
      if (score >= key.passMark && isBetter) best = { score, sum, way, end: situation };
    }
  }
  if (!best) return;
  const words: string[] = [];
  for (let { way, end: at } = best; by[way]?.[at] !== -1; ) {
    const origin = from[way]?.[at] as number;
    words.unshift(stepInWords(moveOf(exploration, origin % count, by[way]?.[at] as number), played.scenes));
    at = origin % count;
    way = Math.floor(origin / count);
  }
  const score = Math.round(best.score * 100);
  report('key.harmful-path-passes', ['passMark'], {
    score,
    mark: Math.round(key.passMark * 100),
    example: words.join(' > '),
  });
}

/** The role in which that situation comes about: each belongs to one, because the role never changes. */
function roleAt(
  { exploration: { reachedFrom }, compiled: { roles } }: PlayedCase,
  situation: number,
): Role | undefined {
  let root = situation;
  while (reachedFrom[root] !== -1) root = reachedFrom[root] as number;
  return roles?.[root];
}

function forEachStep(
  { exploration: { count, steps } }: PlayedCase,
  ratings: StepRatings,
  visit: (situation: number, step: number, rating: number) => void,
): void {
  for (let situation = 0; situation < count; situation++)
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++)
      visit(situation, step, ratings[step] as number);
}

/** The initial situations, one for each role. */
function rootsOf({ compiled }: PlayedCase): number[] {
  return Array.from({ length: compiled.roles?.length ?? 1 }, (_, n) => n);
}

/** The situations reachable by good options and unrated steps; nearest first. */
function goodSituations({ exploration }: PlayedCase, ratings: StepRatings, roots: readonly number[]): number[] {
  const { steps, to } = exploration;
  const found = new Set(roots);
  for (const situation of found)
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++)
      if (GOOD.includes(ratings[step] as number)) found.add(to[step] as number);
  return [...found];
}

const TOLD: ReadonlySet<CompiledState['type']> = new Set(['narrative', 'inject']);

/**
 * Where the story leads without any choice: the first situations in which it has ended or requires a choice or work.
 */
function afterStory({ exploration, compiled }: PlayedCase, from: number): number[] {
  const { steps, to, configurationOf } = exploration;
  const isTold = (id: string) => TOLD.has(compiled.states[id]?.type ?? 'end');
  const found = new Set([from]);
  const stops: number[] = [];
  for (const situation of found) {
    const { active, ended } = configurationOf(situation);
    if (ended || !active.every(isTold)) stops.push(situation);
    else
      for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++)
        found.add(to[step] as number);
  }
  return stops;
}

function endsOf({ exploration, compiled }: PlayedCase, situations: readonly number[]): Set<string> {
  return new Set(
    situations.flatMap((situation) =>
      exploration.configurationOf(situation).active.filter((id) => compiled.states[id]?.type === 'end'),
    ),
  );
}
