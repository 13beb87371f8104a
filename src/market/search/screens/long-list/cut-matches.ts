import { wordsOf } from '#market/search/model/words-of.ts';

/** A piece of a text, and whether it is one of the words that were looked for. */
export interface MatchPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

const TOKENS = /[\p{L}\p{N}\p{M}]+/gu;

/** Cuts a text at the words that begin like one of those looked for (as `wordsOf` gives them). */
export function cutMatches(text: string, wanted: readonly string[]): MatchPiece[] {
  if (wanted.length === 0) return [{ text, isMatch: false }];
  const pieces: MatchPiece[] = [];
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
