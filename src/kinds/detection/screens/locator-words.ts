import { translator } from '#i18n/translator.ts';
import type { PageFieldName, SiteWords } from '#market/ads/model/market.ts';
import { readPlace, textAt } from '#market/ads/model/page-places.ts';
import type { SeenAd } from '#market/ads/model/read-served-ad.ts';
import messages from '#words/kinds/detection.json' with { type: 'json' };
import { anchorOf, isFree, wordsAt } from './mark-place.ts';

const t = translator(messages);

/** What stands at a place of an ad; undefined where the page does not show it. */
export function quoteAt(seen: SeenAd, locator: string): string | undefined {
  if (seen.kind !== 'ad') return undefined;
  return isFree(locator) ? wordsAt(locator, seen.sentences) : textAt(seen, locator);
}

/** The number of the sentence, or undefined for every other place. */
export function sentenceNumber(locator: string): number | undefined {
  const place = readPlace(locator);
  return place?.what === 'sentence' ? place.n : undefined;
}

/** The name of the field as the site writes it. */
export function fieldWord(words: SiteWords, locator: string): string {
  const name = fieldName(locator);
  return (name && words.fields[name]) ?? locator;
}

/** The field's name inside a locator. */
export function fieldName(locator: string): PageFieldName | undefined {
  const place = readPlace(locator);
  return place?.what === 'field' ? place.name : undefined;
}

/** Names of sentences: in full, in short, or for words in them. */
type SentenceKey = 'place.sentence' | 'place.sentence.short' | 'place.words';

/** A place of an ad in words: a sentence, a field under its name on the site, an earlier line, or whose comment it is. */
export function placeWords(seen: SeenAd, words: SiteWords, locator: string, key: SentenceKey): string {
  const sentences = seen.kind === 'ad' ? seen.sentences : [];
  const at = isFree(locator) ? anchorOf(locator, sentences) : locator;
  const place = readPlace(at);
  if (place?.what === 'sentence') return t(key, { n: place.n });
  if (place?.what === 'earlier') return t('place.earlier');
  if (place?.what !== 'comment') return fieldWord(words, at);
  const comment = seen.kind === 'ad' ? seen.comments.find((one) => one.place === at) : undefined;
  return comment ? t('place.comment.by', { n: place.n, by: comment.by }) : t('place.comment', { n: place.n });
}
