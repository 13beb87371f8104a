import { wordsOf } from './words-of.ts';

/** The sentence in which most of the words stand, the first of equals. */
export function fittingSentence(sentences: readonly string[], wanted: readonly string[]): string {
  const [first = ''] = sentences;
  if (wanted.length === 0) return first;
  let best = first;
  let most = 0;
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    const count = wanted.filter((one) => words.some((word) => word.startsWith(one))).length;
    if (count > most) [best, most] = [sentence, count];
  }
  return best;
}
