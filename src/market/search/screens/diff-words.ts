import { diffArrays } from 'diff';

/** A run of words that stayed, went or came. */
export interface WordChange {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Words with the blanks behind them, so that the parts of a text joined are the text. */
const wordsIn = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];

/**
 * What changed from one text to another, word by word: the longest run of words that both have in common stays. What is
 * same or gone joined is the text before, what is same or new the text after.
 */
export const diffWords = (before: string, after: string): WordChange[] =>
  diffArrays([...wordsIn(before)], [...wordsIn(after)]).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }));
