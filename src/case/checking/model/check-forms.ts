import type { Issue } from '#kernel/model/issue.ts';
import { chanceOfAtLeast, type Draw } from '#kernel/model/statistics/chance-of-picks.ts';
import type { DecisionOfCase } from './check-lengths.ts';
import type { RatedDecision } from './decisions-with-ratings.ts';
import { type FormFigures, isGood, isHarm, measureForms, pickedBy, shareOf } from './form-figures.ts';
import { type Strategy, TESTED_STRATEGIES } from './form-strategies.ts';
import { givesReason } from './option-form.ts';

/** Maximum advantage of a meaning-blind strategy over a random choice, as a share of the decisions. */
export const MAX_GAIN = 0.05;
/** Maximum difference between the share of harmful options among those that give a reason and among all. */
export const MAX_REASON_GAP = 0.1;

/** From this many decisions on the two limits above apply alone; below it chance alone exceeds them. */
const MANY_DECISIONS = 40;
/** Minimum decisions: with fewer nothing can be distinguished from chance. */
const MIN_DECISIONS = 5;
/**
 * With few decisions a warning needs a result that neutral texts would show with a probability below 5 %, divided by
 * the number of tests (Bonferroni): each strategy is tested for good options and for harmful ones, and reasons once.
 */
const SIGNIFICANCE = 0.05 / (2 * TESTED_STRATEGIES.length + 1);
/** Maximum decisions named as the ones to begin with. */
const MAX_NAMED_DECISIONS = 5;

const WAYS: Readonly<Partial<Record<Strategy, string>>> = {
  'most-clauses': 'the option with most clauses',
  'no-reason': 'an option that gives no reason',
  longest: 'the longest option',
  first: 'the first option',
  last: 'the last option',
};

const CODES = {
  inCase: {
    good: 'scenario.form-finds-good',
    harm: 'scenario.form-avoids-harm',
    reasons: 'scenario.reasons-follow-ratings',
  },
  overCases: {
    good: 'cases.form-finds-good',
    harm: 'cases.form-avoids-harm',
    reasons: 'cases.reasons-follow-ratings',
  },
} as const;

type Which = 'good' | 'harm';
const MARKS = { good: isGood, harm: isHarm } as const;

/**
 * Warns if a strategy that ignores meaning does better than a random choice over these decisions: it finds more good
 * options, or avoids more harmful ones. Over many decisions the limit is 5 points. Over few, as in one case, chance
 * alone exceeds that; there the difference must also be significant under the hypothesis that the good option is drawn
 * at random within each decision (counted exactly, see `SIGNIFICANCE`). `place` is the path of the first decision of a
 * single case; decisions of several cases are named with their case.
 */
export function checkForms(decisions: readonly (RatedDecision | DecisionOfCase)[], place: Issue['path'] = []): Issue[] {
  if (decisions.length < MIN_DECISIONS) return [];
  const figures = measureForms(decisions);
  const codes = place.length > 0 ? CODES.inCase : CODES.overCases;
  const warn = (what: Which | 'reasons', params: Issue['params']): Issue => ({
    code: codes[what],
    severity: 'warning',
    path: [...place],
    params: { ...params, of: decisions.length },
  });
  const ways = TESTED_STRATEGIES.flatMap((strategy) =>
    (['good', 'harm'] as const)
      .filter((which) => beatsChance(decisions, figures, strategy, which))
      .map((which) =>
        warn(which, {
          how: WAYS[strategy] ?? strategy,
          share: percent(figures.strategies[strategy][which]),
          chance: percent(figures.chance[which]),
          where: namesOf(tellingDecisions(decisions, strategy, which)),
        }),
      ),
  );
  const { reasons } = figures;
  if (!areReasonsUneven(decisions, figures)) return ways;
  const params = {
    harmful: reasons.givingHarmful,
    giving: reasons.giving,
    share: percent(reasons.harmful / reasons.options),
  };
  return [...ways, warn('reasons', { ...params, where: namesOf(decisionsWithReason(decisions, reasons)) })];
}

/** True if `checkForms` warns of that strategy over these decisions. */
export function finds(decisions: readonly RatedDecision[], strategy: Strategy, which: Which): boolean {
  return decisions.length >= MIN_DECISIONS && beatsChance(decisions, measureForms(decisions), strategy, which);
}

/** The decisions in which that strategy does better than chance, the clearest first. */
export function tellingDecisions<Decision extends RatedDecision>(
  decisions: readonly Decision[],
  strategy: Strategy,
  which: Which,
): Decision[] {
  const sign = which === 'good' ? 1 : -1;
  const gain = (decision: Decision) =>
    sign * (shareOf(pickedBy(strategy, decision), MARKS[which]) - shareOf(decision.options, MARKS[which]));
  return decisions.filter((decision) => gain(decision) > 0).sort((a, b) => gain(b) - gain(a));
}

function beatsChance(
  decisions: readonly RatedDecision[],
  { strategies, chance }: FormFigures,
  strategy: Strategy,
  which: Which,
): boolean {
  const more = strategies[strategy][which] - chance[which];
  if ((which === 'good' ? more : -more) <= MAX_GAIN) return false;
  if (decisions.length >= MANY_DECISIONS) return true;
  const wanted = which === 'good' ? isGood : (option: RatedDecision['options'][number]) => !isHarm(option);
  const picks = decisions.map((decision) => ({ decision, picked: pickedBy(strategy, decision) }));
  // The denominator: a tie of three options counts one third each, so thirds, halves and quarters become whole numbers.
  const unit = picks.reduce((all, { picked }) => leastCommonMultiple(all, picked.length), 1);
  const draws = picks.map(
    ({ decision: { options }, picked }): Draw => ({
      of: options.length,
      marked: options.filter(wanted).length,
      picked: picked.length,
      worth: unit / picked.length,
    }),
  );
  const found = picks.reduce((sum, { picked }, n) => sum + picked.filter(wanted).length * (draws[n]?.worth ?? 0), 0);
  return chanceOfAtLeast(draws, found) < SIGNIFICANCE;
}

function areReasonsUneven(decisions: readonly RatedDecision[], { reasons }: FormFigures): boolean {
  const { giving, givingHarmful, harmful, options } = reasons;
  if (giving === 0) return false;
  const gap = givingHarmful / giving - harmful / options;
  if (Math.abs(gap) <= MAX_REASON_GAP) return false;
  if (decisions.length >= MANY_DECISIONS) return true;
  const is = gap > 0 ? isHarm : (option: RatedDecision['options'][number]) => !isHarm(option);
  const draws = decisions.map(
    (decision): Draw => ({
      of: decision.options.length,
      marked: decision.options.filter(is).length,
      picked: decision.options.filter(({ text }) => givesReason(text)).length,
      worth: 1,
    }),
  );
  return chanceOfAtLeast(draws, gap > 0 ? givingHarmful : giving - givingHarmful) < SIGNIFICANCE;
}

/** The decisions with most options of the over-represented kind among those that give a reason, most first. */
function decisionsWithReason<Decision extends RatedDecision>(
  decisions: readonly Decision[],
  { giving, givingHarmful, harmful, options }: FormFigures['reasons'],
): Decision[] {
  const areHarmful = givingHarmful / giving > harmful / options;
  const count = (decision: Decision) =>
    decision.options.filter((option) => givesReason(option.text) && isHarm(option) === areHarmful).length;
  return decisions.filter((decision) => count(decision) > 0).sort((a, b) => count(b) - count(a));
}

function namesOf(decisions: readonly (RatedDecision | DecisionOfCase)[]): string {
  const names = decisions.map((each) => ('case' in each ? `${each.case}/${each.id}` : each.id));
  const named = names.slice(0, MAX_NAMED_DECISIONS).join(', ');
  return names.length > MAX_NAMED_DECISIONS ? `${named} and ${names.length - MAX_NAMED_DECISIONS} more` : named;
}

const percent = (share: number) => Math.round(100 * share);

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
