import type { Scenario, ScenarioOption } from '#case/language/model/schemas.ts';
import type { AnswerKey, Rating } from '#case/scoring/model/schemas.ts';
import { letterOf } from '#kernel/model/letter-of.ts';
import { goodLettersOf, lettersOf } from './check-letters.ts';
import { decisionsWithRatings } from './decisions-with-ratings.ts';

/** The length of an option beside those of its decision. */
export interface OptionLength {
  readonly option: string;
  readonly letter: string;
  /** In characters, as the length checks count them. */
  readonly length: number;
  /** False where the option is more than a third shorter than the longest. */
  readonly isInBand: boolean;
  /** Left out where the key has no rating. */
  readonly rating?: Rating;
}

/** How even the options of a decision are to the eye of somebody who does not read them. */
export interface OptionBalance {
  readonly lengths: readonly OptionLength[];
  /** From the least length that is still in the band to the longest, in characters. */
  readonly band: readonly [least: number, longest: number];
  readonly isEven: boolean;
}

/**
 * The lengths of the options of a decision, with the band of a third under the longest. Options that say the same share
 * a letter. `key` may be unfinished.
 */
export function balanceOf(
  decision: { readonly id: string; readonly options: readonly Pick<ScenarioOption, 'id' | 'text'>[] },
  key?: Pick<AnswerKey, 'decisions'>,
): OptionBalance {
  const decisions = key?.decisions ?? {};
  const rated = Object.hasOwn(decisions, decision.id) ? decisions[decision.id]?.options : undefined;
  const longest = Math.max(0, ...decision.options.map(({ text }) => text.length));
  const least = Math.ceil((2 * longest) / 3);
  const letters = lettersOf(decision.options);
  const lengths = decision.options.map(({ id, text }, n): OptionLength => {
    const rating = rated && Object.hasOwn(rated, id) ? rated[id]?.rating : undefined;
    const letter = letters[n] ?? letterOf(n);
    return { option: id, letter, length: text.length, isInBand: text.length >= least, ...(rating && { rating }) };
  });
  return { lengths, band: [least, longest], isEven: lengths.every(({ isInBand }) => isInBand) };
}

/** Where the good options of a case stand. */
export interface LetterBalance {
  /** Number of rated decisions. */
  readonly decisions: number;
  /** For each letter that a decision offers, in how many decisions a good option has it. */
  readonly letters: readonly { readonly letter: string; readonly count: number }[];
  /** The letters of the good options, by the id of the decision, in the order of the file. */
  readonly byDecision: readonly { readonly id: string; readonly good: readonly string[] }[];
}

/** Counts the letters of the good options over the rated decisions of a case. */
export function letterBalanceOf(scenario: Scenario, key: AnswerKey): LetterBalance {
  const rated = decisionsWithRatings(scenario, key);
  const byDecision = rated.map((decision) => ({ id: decision.id, good: goodLettersOf(decision) }));
  const offered = [...new Set(rated.flatMap(({ options }) => lettersOf(options)))].sort();
  const letters = offered.map((letter) => ({
    letter,
    count: byDecision.filter(({ good }) => good.includes(letter)).length,
  }));
  return { decisions: rated.length, letters, byDecision };
}
