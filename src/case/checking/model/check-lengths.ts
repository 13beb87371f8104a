import { POINTS } from '#case/scoring/model/score-path.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { rankCorrelation } from '#kernel/model/statistics/rank-correlation.ts';
import { type Edge, isGoodAtEdge, type RatedDecision } from './decisions-with-ratings.ts';

/** A decision of one of several cases. */
export interface DecisionOfCase extends RatedDecision {
  readonly case: string;
}

/** How far the length of an option predicts its rating, over the decisions of all cases together. */
export interface LengthFigures {
  readonly decisions: number;
  readonly options: number;
  /** Number of decisions in which a good option is the longest. */
  readonly longest: number;
  readonly shortest: number;
  /** Spearman's rank correlation of text length and rating over all options; above 0 the good ones are longer. */
  readonly correlation: number;
}

export const MAX_GOOD_AT_EDGE = 0.4;
export const MAX_CORRELATION = 0.15;

/** Minimum decisions: with fewer, chance alone exceeds these limits. */
const MIN_DECISIONS = 20;
/** Maximum decisions named as the ones to begin with. */
const MAX_NAMED_DECISIONS = 5;

/** Measures the lengths of the options over all these decisions. */
export function measureLengths(decisions: readonly RatedDecision[]): LengthFigures {
  const options = decisions.flatMap((decision) => decision.options);
  const count = (edge: Edge) => decisions.filter((decision) => isGoodAtEdge(decision, edge)).length;
  return {
    decisions: decisions.length,
    options: options.length,
    longest: count('longest'),
    shortest: count('shortest'),
    correlation: rankCorrelation(
      options.map(({ text }) => text.length),
      options.map(({ rating }) => POINTS[rating]),
    ),
  };
}

/** True if these are decisions of several cases, and enough of them that a pattern is unlikely to be chance. */
export function canShowPattern(decisions: readonly DecisionOfCase[]): boolean {
  const cases = new Set(decisions.map((decision) => decision.case));
  return cases.size > 1 && decisions.length >= MIN_DECISIONS;
}

/** Warns, over several cases together, if always taking the longest option, or the shortest, does well. */
export function checkLengths(decisions: readonly DecisionOfCase[]): Issue[] {
  if (!canShowPattern(decisions)) return [];
  const figures = measureLengths(decisions);
  const warn = (code: string, params: Issue['params']): Issue => ({ code, severity: 'warning', path: [], params });
  const edges = (['longest', 'shortest'] as const)
    .filter((edge) => figures[edge] > MAX_GOOD_AT_EDGE * figures.decisions)
    .map((how) =>
      warn('cases.lengths-of-good-tell', {
        how,
        count: figures[how],
        of: figures.decisions,
        where: placesOf(decisions, how),
      }),
    );
  const { correlation } = figures;
  if (Math.abs(correlation) < MAX_CORRELATION) return edges;
  const [how, other] = correlation > 0 ? (['longer', 'shorter'] as const) : (['shorter', 'longer'] as const);
  const params = { how, other, correlation: correlation.toFixed(2), most: MAX_CORRELATION };
  return [...edges, warn('cases.lengths-follow-ratings', params)];
}

/** The first decisions in which the good option is at that edge, by case and state. */
function placesOf(decisions: readonly DecisionOfCase[], edge: Edge): string {
  const places = decisions.filter((decision) => isGoodAtEdge(decision, edge)).map((each) => `${each.case}/${each.id}`);
  const named = places.slice(0, MAX_NAMED_DECISIONS).join(', ');
  return places.length > MAX_NAMED_DECISIONS ? `${named} and ${places.length - MAX_NAMED_DECISIONS} more` : named;
}
