import { translator } from '#i18n/translator.ts';
import type { SeenAd } from '#market/ads/model/read-served-ad.ts';
import messages from '#words/kinds/preservation.json' with { type: 'json' };

const t = translator(messages);

/** One place of a page, by the name under which the case knows it. */
export interface PlaceChoice {
  readonly place: string;
  readonly words: string;
}

/** Everything that a page says, in the order of the page. */
export function placesOn(seen: SeenAd): PlaceChoice[] {
  if (seen.kind !== 'ad') return [];
  return [
    ...seen.sentences.map((words, n) => ({ place: `s${n + 1}`, words })),
    ...seen.fields.map(({ name, word, value }) => ({ place: `f:${name}`, words: `${word}: ${value}` })),
    ...seen.earlier.map(({ at, text }) => ({ place: at, words: t('place.earlier', { text }) })),
    ...seen.comments.map(({ place, by, text }, n) => ({ place, words: t('place.comment', { n: n + 1, by, text }) })),
  ];
}
