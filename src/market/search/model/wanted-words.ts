import { wordsOf } from './words-of.ts';

/** The words of a search, as the excerpts of rows use them; single characters are left out. */
export const wantedWords = (text: string): readonly string[] => wordsOf(text).filter((word) => word.length > 1);
