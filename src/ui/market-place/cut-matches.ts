import { wordsOf } from '#core/market-search/words-of.ts';

/** A piece of a text, and whether it is one of the words that were looked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

const TOKENS = /[\p{L}\p{N}\p{M}]+/gu;

/** Cuts a text at the words that begin like one of those looked for (as `wordsOf` gives them). */
export function cutMatches(text: string, wanted: readonly string[]): Piece[] {
  if (wanted.length === 0) return [{ text, isMatch: false }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (!isWanted(token, wanted)) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), isMatch: false });
    pieces.push({ text: token, isMatch: true });
    end = index + token.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMatch: false });
  return pieces;
}

const isWanted = (token: string, wanted: readonly string[]) =>
  wordsOf(token).some((word) => wanted.some((one) => word.startsWith(one)));

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
