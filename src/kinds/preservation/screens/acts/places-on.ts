import type { SeenAd } from '#market/ads/model/read-served-ad.ts';

/** One sentence or field of a page, by the name under which the case knows it. */
export interface PlaceChoice {
  readonly place: string;
  readonly words: string;
}

/** Everything that a page says, sentence by sentence and field by field. */
export function placesOn(seen: SeenAd): PlaceChoice[] {
  if (seen.kind !== 'ad') return [];
  return [
    ...seen.sentences.map((words, n) => ({ place: `s${n + 1}`, words })),
    ...seen.fields.map(({ name, word, value }) => ({ place: `f:${name}`, words: `${word}: ${value}` })),
  ];
}
