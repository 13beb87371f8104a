import type { Issue } from '#kernel/model/issue.ts';
import { letterOf } from '#kernel/model/letter-of.ts';
import { chanceOfAtLeast, type Draw } from '#kernel/model/statistics/chance-of-picks.ts';
import { finds } from './check-forms.ts';
import type { RatedDecision } from './decisions-with-ratings.ts';
import { isGood } from './form-figures.ts';

/** Minimum decisions: below, the same letter everywhere is ordinary chance. */
const MIN_DECISIONS = 4;
/** A pattern at one of the letters needs a probability below this, divided by the number of letters (Bonferroni). */
const SIGNIFICANCE = 0.05;

/**
 * Letters of the options of a decision, in its order. Options that say the same have the same letter: of two that
 * exclude each other a trainee sees one.
 */
export function lettersOf(options: readonly { readonly text: string }[]): string[] {
  const texts = [...new Set(options.map(({ text }) => text))];
  return options.map(({ text }) => letterOf(texts.indexOf(text)));
}

/** Letters of the good options of a decision, each once. */
export function goodLettersOf({ options }: RatedDecision): string[] {
  const letters = lettersOf(options);
  return [...new Set(options.flatMap((option, n) => (isGood(option) ? (letters[n] ?? []) : [])))];
}

/**
 * Warns if the good options of a case stand at the same letter more often than chance would put them there, with how
 * many of how many. The first and the last option are tested with the other forms from five decisions on
 * (`checkForms`), and a letter that is reported there is not reported again.
 */
export function checkLetters(decisions: readonly RatedDecision[]): Issue[] {
  if (decisions.length < MIN_DECISIONS) return [];
  const good = decisions.map(goodLettersOf);
  const sizes = decisions.map(({ options }) => new Set(lettersOf(options)).size);
  const letters = Array.from({ length: Math.max(...sizes) }, (_, place) => letterOf(place));
  const found = letters.flatMap((letter, place) => {
    const draws = sizes.map(
      (of, n): Draw => ({ of, marked: good[n]?.length ?? 0, picked: place < of ? 1 : 0, worth: 1 }),
    );
    const count = good.filter((at) => at.includes(letter)).length;
    const isTelling = count === decisions.length || chanceOfAtLeast(draws, count) < SIGNIFICANCE / letters.length;
    return isTelling && !isReportedAsForm(decisions, sizes, place) ? [{ letter, count }] : [];
  });
  return found.map(({ letter, count }) => ({
    code: 'scenario.good-at-one-letter',
    severity: 'warning',
    path: [...(decisions[0]?.path ?? [])],
    params: { letter, count, of: decisions.length },
  }));
}

function isReportedAsForm(decisions: readonly RatedDecision[], sizes: readonly number[], place: number): boolean {
  const isLast = sizes.every((size) => size === place + 1);
  return (place === 0 && finds(decisions, 'first', 'good')) || (isLast && finds(decisions, 'last', 'good'));
}
