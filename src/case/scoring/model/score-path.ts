import { actsDone } from '#case/attempt/model/acts-done.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import type { Finding, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { type Criterion, scale } from '#kernel/model/criterion.ts';
import { pairOutcomes } from './pair-outcomes.ts';
import type { AnswerKey, Rating } from './schemas.ts';

/** Points of one rated step. Training values. */
export const POINTS: Readonly<Record<Rating, number>> = { good: 2, acceptable: 1, harmful: -2, red: -4 };

/** Ceiling of the criterion after a red line, whatever else was done. */
const RED_LINE_CEILING = 0.4;

/**
 * Scores the decisions of the path against those of the model path. The denominator is fixed by the scenario: a
 * decision that was never reached earns nothing, so that a short harmful path scores below every longer one.
 */
export function scoreDecisions(key: AnswerKey, attempt: AttemptState): Criterion {
  const made = attempt.choices.filter(({ state }) => Object.hasOwn(key.decisions, state));
  const raw = made.reduce((sum, { state, option }) => sum + POINTS[ratingOf(key, state, option) ?? 'harmful'], 0);
  const evidence = made.map(({ seq }) => seq);
  return decisionCriterion(key, raw, crossedRedLine(key, attempt), evidence);
}

/** The criterion of decisions from their points and from whether a red line was crossed. */
export function decisionCriterion(
  key: AnswerKey,
  raw: number,
  redLine: boolean,
  evidence: readonly number[] = [],
): Criterion {
  const best = key.model.filter(([state]) => Object.hasOwn(key.decisions, state)).length * POINTS.good;
  const criterion = scale('outreach.decisions', raw, 0, best, evidence);
  return redLine ? { ...criterion, scaled: Math.min(criterion.scaled, RED_LINE_CEILING) } : criterion;
}

/**
 * False for a case that consists of exercises only: it has no criterion of decisions, rather than a meaningless one.
 */
export function isDecidedOn(key: AnswerKey): boolean {
  return Object.keys(key.decisions).length > 0;
}

/**
 * Scores hints by their cost, which was announced before they were taken; undefined in a case without hints at a cost.
 */
export function scoreHints({ states }: CompiledScenario, attempt: Pick<AttemptState, 'hints'>): Criterion | undefined {
  const all = Object.values(states).flatMap((state) => ('hints' in state && state.hints) || []);
  const most = all.reduce((sum, cost) => sum + cost, 0);
  if (most === 0) return undefined;
  const spent = attempt.hints.reduce((sum, { cost }) => sum + cost, 0);
  return scale(
    'outreach.hints',
    most - spent,
    0,
    most,
    attempt.hints.map(({ seq }) => seq),
  );
}

/** The rating of an option, or undefined for a choice that is not rated. */
export function ratingOf(key: AnswerKey, state: string, option: string): Rating | undefined {
  return key.decisions[state]?.options[option]?.rating;
}

/** True if a step over a red line was taken, which stops the case whatever else was done well. */
export function crossedRedLine(key: AnswerKey, attempt: AttemptState): boolean {
  return attempt.choices.some(({ state, option }) => ratingOf(key, state, option) === 'red');
}

/**
 * Scores the order of acts: how many of the key's pairs were kept, that is, the first act was done, and before the
 * second. The baseline is one half, which acts in random order reach.
 */
export function scoreOrder(
  order: NonNullable<AnswerKey['order']>,
  material: Pick<CaseMaterial, 'scenario' | 'kinds'>,
  attempt: AttemptState,
): ScorePart {
  const { before } = order;
  const done = actsDone(material, attempt);
  const kept = pairOutcomes(before, done).filter(({ outcome }) => outcome === 'kept').length;
  const evidence = done.map(({ seq }) => seq);
  const finding: Finding = {
    kind: kept === before.length ? 'hit' : 'miss',
    at: { locator: 'order' },
    reason: order.reason,
    count: [kept, before.length],
    sources: order.sources,
  };
  return {
    criteria: [scale('preservation.order', kept, before.length / 2, before.length, evidence)],
    figures: [],
    findings: [finding],
  };
}
