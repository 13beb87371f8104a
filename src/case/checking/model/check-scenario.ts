import type { Kinds } from '#case/exercise/model/kinds.ts';
import { type CompiledScenario, ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import { MAX_SITUATIONS } from '#case/language/model/explore-story.ts';
import type { Role } from '#case/language/model/role.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree, type TreeState } from '#case/language/model/state-tree.ts';
import { keyInRole } from '#case/scoring/model/key-in-role.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { decisionCriterion, isDecidedOn } from '#case/scoring/model/score-path.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { checkActs } from './check-acts.ts';
import { checkChanges } from './check-changes.ts';
import { checkEffects } from './check-effects.ts';
import { checkForms } from './check-forms.ts';
import { checkBounds, checkGuards, checkVariables, meetAll, meetStates, reachedStates } from './check-guards.ts';
import { checkKey, checkModel } from './check-key.ts';
import { checkLetters } from './check-letters.ts';
import { checkEarlyEnds, checkGoodPath, checkPassMark, checkRedLines } from './check-paths.ts';
import { checkReasons } from './check-reasons.ts';
import { checkRoles } from './check-roles.ts';
import { checkStoryTells } from './check-story-tells.ts';
import { checkTells } from './check-tells.ts';
import { checkTwins } from './check-twins.ts';
import { checkLoops, checkReached, checkStops, checkTimers, targetsOutOf } from './check-ways.ts';
import { decisionsWithRatings } from './decisions-with-ratings.ts';
import { orderSituations } from './find-loops.ts';
import { countPaths, type PathFigures } from './path-figures.ts';
import { playEveryWay } from './played-case.ts';
import { createReport } from './report.ts';
import { rateSteps } from './step-ratings.ts';

/** A scenario whose shape and expressions are valid, and its key if it has one. */
export interface CaseToCheck {
  readonly source: Scenario;
  /** The tree of its states, where it is known already. */
  readonly tree?: readonly TreeState[] | undefined;
  readonly compiled: CompiledScenario;
  readonly key?: AnswerKey | undefined;
  readonly kinds: Pick<Kinds, 'plays' | 'tells' | 'builds'>;
}

/** Figures of a case over all its paths. */
export interface CaseFigures {
  /** Number of reachable situations: active states with the values of the variables. */
  readonly situations: number;
  /** Number of different paths to an end, in decimal digits; left out if they cannot be counted. */
  readonly paths?: string;
  /** Entries of the decision catalogue that occur. */
  readonly decisions: readonly string[];
  /** `outreach.decisions` over all paths, each path counted once; left out if there are too many to weigh. */
  readonly score?: {
    readonly best: number;
    readonly median: number;
    readonly worst: number;
    readonly exact: boolean;
    /** Share of the paths with each score, lowest score first. */
    readonly shares: readonly { readonly scaled: number; readonly share: number }[];
  };
}

/** Issues that stop the story, so that what would follow cannot be checked. */
const BLOCKING_CODES: readonly string[] = [
  'scenario.dead-end',
  'scenario.no-option-left',
  'scenario.timer-without-way-out',
  'scenario.inescapable-loop',
  'scenario.out-of-bounds',
];

export interface ScenarioCheck {
  readonly issues: readonly Issue[];
  /** Computed on first access: it takes longer than all findings together. */
  readonly figures: CaseFigures;
}

/**
 * Plays every path of a case and reports what is wrong: dead ends and cycles, guards that decide nothing, and what the
 * key makes of the paths. Requires that `checkStructure` found nothing. Issues of the key have codes that begin with
 * `key.` and paths inside the key; all others are about the scenario.
 */
export function checkScenario(
  { source, tree = stateTree(source), compiled, key, kinds }: CaseToCheck,
  maxSituations = MAX_SITUATIONS,
): ScenarioCheck {
  const { issues, report } = createReport();
  const played = playEveryWay({ source, tree, compiled }, maxSituations);
  const { exploration } = played;
  const decisions = [...new Set(ratedDecisions(compiled).map(([, { decision }]) => decision as string))].sort();
  const plain: CaseFigures = { situations: exploration.count, decisions };

  checkVariables(source, tree, report);
  const keyIssues = key ? checkKey(compiled, key, kinds) : [];
  issues.push(...keyIssues);
  checkStoryTells(tree, report);
  checkEffects(tree, report);
  if (key) {
    const decisions = decisionsWithRatings(source, key, tree);
    checkTells(decisions, report);
    issues.push(...checkForms(decisions, decisions[0]?.path), ...checkLetters(decisions));
    checkReasons(decisions, key, report);
  }
  if (!exploration.complete) {
    report('scenario.too-many-situations', ['states'], { most: maxSituations });
    return { issues, figures: plain };
  }
  const order = orderSituations(exploration);
  checkStops(played, report);
  checkTimers(played, report);
  checkChanges(played, kinds, report);
  checkActs(played, report);
  checkLoops(played, order, report);
  const outside = checkBounds(played, report);
  const met = meetStates(played);
  checkTwins(played, met, report);
  // If the story is cut short, reachability says little about a guard; then every combination is considered.
  const isCut = issues.some(({ code }) => BLOCKING_CODES.includes(code));
  if (!isCut) checkRoles(played, report);
  const closed = checkGuards(played, isCut ? meetAll(met) : met, report);
  const reached = reachedStates(played, met);
  const behind = isCut ? targetsOutOf(tree, reached) : [];
  checkReached(tree, reached, [...closed, ...outside, ...behind], report);
  const isPlayable = !issues.some(({ severity }) => severity === 'error');
  const rated = keyIssues.length === 0 ? key : undefined;
  const ratings = rateSteps(exploration, rated);
  if (rated) checkRedLines(played, ratings, report);
  if (rated && isPlayable) {
    if (checkGoodPath(played, ratings, report)) issues.push(...checkModel(compiled, rated));
    checkEarlyEnds(played, ratings, report);
  }
  if (order.loops) return { issues, figures: plain };
  if (rated) checkPassMark(played, ratings, order.order, rated, report);
  const roles = compiled.roles ?? [undefined];
  const pathsFrom = (roots: readonly number[]) => countPaths(exploration, order.order, roots, ratings);
  let figures: CaseFigures | undefined;
  return {
    issues,
    get figures() {
      figures ??= { ...plain, ...countedFigures(roles, pathsFrom, rated) };
      return figures;
    },
  };
}

/** The paths and their scores. Where the roles have model paths of their own, each path counts against that of its role. */
function countedFigures(
  roles: readonly (Role | undefined)[],
  pathsFrom: (roots: readonly number[]) => PathFigures,
  key: AnswerKey | undefined,
): Pick<CaseFigures, 'paths' | 'score'> {
  const all = pathsFrom(roles.map((_, root) => root));
  if (!key || !isDecidedOn(key) || all.scores.length === 0) return { paths: all.paths };
  const own = roles.map((role) => keyInRole(key, role));
  const groups = own.every((one) => one === key)
    ? [{ scores: all.scores, key }]
    : own.map((one, root) => ({ scores: pathsFrom([root]).scores, key: one }));
  return { paths: all.paths, score: { ...scoreOf(groups), exact: all.exact } };
}

/** The score of the decisions over all paths. */
function scoreOf(
  groups: readonly { readonly scores: PathFigures['scores']; readonly key: AnswerKey }[],
): Omit<NonNullable<CaseFigures['score']>, 'exact'> {
  const scaled = new Map<number, number>();
  let total = 0;
  for (const { scores, key } of groups)
    for (const { raw, redLine, paths } of scores) {
      const score = decisionCriterion(key, raw, redLine).scaled;
      scaled.set(score, (scaled.get(score) ?? 0) + paths);
      total += paths;
    }
  const lowestFirst = [...scaled].sort(([a], [b]) => a - b);
  let below = 0;
  const middle = lowestFirst.find(([, paths]) => {
    below += paths;
    return 2 * below >= total;
  });
  return {
    best: lowestFirst.at(-1)?.[0] ?? 0,
    median: middle?.[0] ?? 0,
    worst: lowestFirst[0]?.[0] ?? 0,
    shares: lowestFirst.map(([score, paths]) => ({ scaled: score, share: paths / total })),
  };
}
