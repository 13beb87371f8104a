import { FIELD_NAMES, type FieldName, type SiteWords } from '#market/ads/model/market.ts';
import type { SeenAd } from '#market/ads/model/read-served-ad.ts';
import { isFree, wordsAt } from './mark-place.ts';

/** What stands at a place of an ad; undefined where the page does not show it. */
export function quoteAt(seen: SeenAd, locator: string): string | undefined {
  if (seen.kind !== 'ad') return undefined;
  if (isFree(locator)) return wordsAt(locator, seen.sentences);
  const sentence = sentenceNumber(locator);
  if (sentence !== undefined) return seen.sentences[sentence - 1];
  return seen.fields.find(({ name }) => locator === `f:${name}`)?.value;
}

/** The number of the sentence, or undefined for every other place. */
export function sentenceNumber(locator: string): number | undefined {
  const number = /^s(\d+)$/.exec(locator)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The name of the field as the site writes it. */
export function fieldWord(words: SiteWords, locator: string): string {
  const name = FIELD_NAMES.find((field) => locator === `f:${field}`);
  return name ? words.fields[name] : locator;
}

/** The field's name inside a locator. */
export function fieldName(locator: string): FieldName | undefined {
  return FIELD_NAMES.find((field) => locator === `f:${field}`);
}
