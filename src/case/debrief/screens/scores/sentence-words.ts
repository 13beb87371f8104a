import type { KindWords } from '#case/exercise/model/kind-words.ts';
import { translator } from '#i18n/translator.ts';
import type { Sentence } from '#kernel/model/sentence.ts';
import messages from '#words/case/sentences.json' with { type: 'json' };

/** How the values of a sentence that are ids are named, by the name of their place. */
export type NamedPlaces = Readonly<Record<string, (value: string) => string>>;

/** The message of a sentence: of the kind whose `words` these are, or of those that all debriefs share. */
export const sentenceMessage = (id: string, words: KindWords): string | undefined =>
  words[id] ?? (messages as KindWords)[id];

/**
 * A sentence in words: those of its kind, `debrief.json`, or those of the case. Values whose place has no names here stand
 * as they are, and so does the id of a sentence without words.
 */
export function sentenceWords(
  { id, params }: Pick<Sentence, 'id' | 'params'>,
  words: KindWords,
  names: NamedPlaces = {},
): string {
  const values = Object.entries(params).map(([place, value]) => [place, names[place]?.(String(value)) ?? value]);
  return translator({ [id]: sentenceMessage(id, words) ?? id })(id, Object.fromEntries(values));
}

/** All sentences of the case or its figures whose id begins so, in words, one after the other. */
export function wordsUnder(start: string, said: readonly Sentence[], names: NamedPlaces = {}): string {
  return said
    .filter(({ id }) => id.startsWith(start))
    .map((sentence) => sentenceWords(sentence, {}, names))
    .join(' ');
}
