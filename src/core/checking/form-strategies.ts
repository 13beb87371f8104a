import { formOf, type OptionForm } from './option-form.ts';

/**
 * Ways to choose that read no meaning. The first five are held to chance over the shipped cases; the others are their
 * opposites, and the hedges, and are told to authors as figures only.
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

/** The ways that no case may reward. */
export const TESTED_STRATEGIES: readonly Strategy[] = STRATEGIES.slice(0, 5);

/** What each way looks for: it takes the option in which this is greatest. */
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
 * The options, by their places, between which that way cannot tell: one where it finds one, all of them where they are
 * alike in what it looks for. Who plays it takes any of these; figures count the share of each kind among them.
 */
export function picksOf(strategy: Strategy, texts: readonly string[]): number[] {
  const found = texts.map((text, place) => SCORE_OF[strategy](formOf(text, place)));
  const most = Math.max(...found);
  return [...found.keys()].filter((place) => found[place] === most);
}
