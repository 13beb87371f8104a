import { formOf, type OptionForm } from './option-form.ts';

/**
 * Strategies that ignore meaning. The first five are tested against chance over the shipped cases; the others, their
 * opposites and the hedges, are shown to authors as figures only.
 */
export const STRATEGIES = [
  'most-clauses',
  'no-reason',
  'longest',
  'first',
  'last',
  'fewest-clauses',
  'a-reason',
  'shortest',
  'most-hedges',
] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** The strategies that no case may reward. */
export const TESTED_STRATEGIES: readonly Strategy[] = STRATEGIES.slice(0, 5);

/** Score of an option under each strategy, which takes the option with the highest. */
const SCORE_OF: Readonly<Record<Strategy, (form: OptionForm) => number>> = {
  'most-clauses': ({ clauses }) => clauses,
  'no-reason': ({ givesReason }) => (givesReason ? 0 : 1),
  longest: ({ length }) => length,
  first: ({ position }) => -position,
  last: ({ position }) => position,
  'fewest-clauses': ({ clauses }) => -clauses,
  'a-reason': ({ givesReason }) => (givesReason ? 1 : 0),
  shortest: ({ length }) => -length,
  'most-hedges': ({ hedges }) => hedges,
};

/**
 * Indexes of the options that a strategy picks: one if there is a single best, all tied ones otherwise. A player takes
 * any of these; figures count the share of each rating among them.
 */
export function picksOf(strategy: Strategy, texts: readonly string[]): number[] {
  const found = texts.map((text, place) => SCORE_OF[strategy](formOf(text, place)));
  const most = Math.max(...found);
  return [...found.keys()].filter((place) => found[place] === most);
}
