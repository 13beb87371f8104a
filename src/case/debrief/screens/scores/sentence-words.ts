import { translator } from '#i18n/translator.ts';
import type { Sentence } from '#kernel/model/sentence.ts';
import messages from '#words/case/sentences.json' with { type: 'json' };

const t = translator(messages);

/** How the values of a sentence that are ids are named, by the name of their place. */
export type NamedPlaces = Readonly<Record<string, (value: string) => string>>;

/** A sentence in words. Values whose place has no names here stand as they are. */
export function sentenceWords({ id, params }: Pick<Sentence, 'id' | 'params'>, names: NamedPlaces = {}): string {
  const values = Object.entries(params).map(([place, value]) => [place, names[place]?.(String(value)) ?? value]);
  return t(id as keyof typeof messages, Object.fromEntries(values));
}

/** All sentences whose id begins so, in words, one after the other. */
export function wordsUnder(start: string, said: readonly Sentence[], names: NamedPlaces = {}): string {
  return said
    .filter(({ id }) => id.startsWith(start))
    .map((sentence) => sentenceWords(sentence, names))
    .join(' ');
}
