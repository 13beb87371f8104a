import { freeMark, markedText, stretchesOf } from '#kinds/detection/model/stretch.ts';
import type { Locator } from '#market/ads/model/market.ts';

/** A free mark in the text, in characters of all sentences together; see `freeMark`. */
export type FreePlace = `t:${number}-${number}`;

/** Where a reader can set a mark: a sentence, a field, or some words of the text. */
export type MarkPlace = Locator | FreePlace;

/** A word of the text with its place in characters, and the number of its sentence from 0. */
export interface TextWord {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
}

/** The words of all sentences, in order. Signs that touch a word belong to it. */
export function wordsOf(sentences: readonly string[]): TextWord[] {
  const words: TextWord[] = [];
  let start = 0;
  sentences.forEach((text, sentence) => {
    for (const { index, 0: word } of text.matchAll(/\S+/g))
      words.push({ from: start + index, to: start + index + word.length, sentence });
    start += text.length + 1;
  });
  return words;
}

/** The place from one word to another, whichever comes first; undefined where there is no such word. */
export function placeOfWords(words: readonly TextWord[], one: number, other: number): FreePlace | undefined {
  const first = words[Math.min(one, other)];
  const last = words[Math.max(one, other)];
  return first && last && (freeMark(first.from, last.to) as FreePlace);
}

/** True for a place in the text that is not one whole sentence. */
export const isFree = (at: string): at is FreePlace => at.startsWith('t:');

/** The sentence in which a free place ends, where its picker opens; every other place is its own. */
export function anchorOf(at: MarkPlace, sentences: readonly string[]): Locator {
  if (!isFree(at)) return at;
  const { to } = stretchesOf(sentences)(at);
  const last = wordsOf(sentences).findLast((word) => word.from < to);
  return `s${(last?.sentence ?? 0) + 1}`;
}

/** The words at a place of the text; undefined where the text does not reach that far. */
export function wordsAt(at: string, sentences: readonly string[]): string | undefined {
  const text = markedText(sentences);
  const { from, to } = stretchesOf(sentences)(at);
  const end = Number(at.slice(at.indexOf('-') + 1));
  return from < to && to === end ? text.slice(from, to) : undefined;
}
