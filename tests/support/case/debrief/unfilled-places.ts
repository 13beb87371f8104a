import type { Sentence } from '#kernel/model/sentence.ts';
import { SENTENCE_MESSAGES } from '../../i18n/debrief-messages.ts';

/** Places in the words of these sentences for which they have no value, and sentences without words. */
export function unfilledPlaces(sentences: readonly Pick<Sentence, 'id' | 'params'>[]): string[] {
  return sentences.flatMap(({ id, params }) => {
    const words = SENTENCE_MESSAGES[id];
    if (words === undefined) return [`${id}: no words`];
    const places = [...words.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place);
    return places.filter((place) => !Object.hasOwn(params, place)).map((place) => `${id}: ${place}`);
  });
}
