import type { Line } from './line.ts';

/** How somebody writes; all ads of an author are by one hand. */
export const HANDS = ['casual', 'plain', 'formal', 'learner', 'terse'] as const;
export type Hand = (typeof HANDS)[number];

/** Whether a line that is kept for casual or for formal authors fits a hand. */
export const suits = ({ register }: Pick<Line, 'register'>, hand: Hand): boolean =>
  register === 'any' || register === hand;

/** How the lines of an ad are typed, for a line that takes the place of one of them. */
export interface Manner {
  readonly hand: Hand;
  readonly lower: boolean;
  readonly end: '.' | '';
}

/** Who learns the language leaves out articles, but not each. */
const KEPT_ARTICLE = 3;

/** A line typed like the ad in which it stands; who learns the language leaves articles out. */
export function typeLine(text: string, { hand, lower, end }: Manner): string {
  let articles = 0;
  const words =
    hand === 'learner'
      ? text.replaceAll(/(?<![\p{L}-])(the|a|an) (?=\p{L})/giu, (article) => {
          articles += 1;
          return articles % KEPT_ARTICLE === 0 ? article : '';
        })
      : text;
  const typed = lower ? words.toLowerCase() : words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?:)]$/.test(typed) ? typed : typed + end;
}
