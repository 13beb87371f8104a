import { wordsOf } from './words-of.ts';

/** The sentence with most of the wanted words; the first in case of a tie. */
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
