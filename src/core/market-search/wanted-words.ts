import { wordsOf } from './words-of.ts';

/** The words of a search as rows and the index take them; of the last one the beginning is enough. */
export const wantedWords = (text: string): readonly string[] => wordsOf(text).filter((word) => word.length > 1);
