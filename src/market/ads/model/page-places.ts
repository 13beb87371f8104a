import { earlierLines } from './earlier-lines.ts';
import { type Ad, type Locator, lacksEmployer, PAGE_FIELD_NAMES, type PageFieldName } from './market.ts';
import type { SeenAd } from './read-served-ad.ts';

/** A place of a page, read from its locator; all numbers count from 1. */
export type PagePlace =
  | { readonly what: 'sentence'; readonly n: number }
  | { readonly what: 'field'; readonly name: PageFieldName }
  | { readonly what: 'earlier'; readonly version: number; readonly n: number }
  | { readonly what: 'comment'; readonly n: number };

const PATTERN = /^(?:s([1-9]\d*)|f:([a-z]+)|v([1-9]\d*):s([1-9]\d*)|c([1-9]\d*))$/;

/** Reads a locator; undefined for a record, and for what is no place of any page. */
export function readPlace(at: string): PagePlace | undefined {
  const [match, sentence, field, version, line, comment] = PATTERN.exec(at) ?? [];
  if (match === undefined) return undefined;
  if (sentence !== undefined) return { what: 'sentence', n: Number(sentence) };
  if (comment !== undefined) return { what: 'comment', n: Number(comment) };
  if (version !== undefined) return { what: 'earlier', version: Number(version), n: Number(line) };
  const name = PAGE_FIELD_NAMES.find((one) => one === field);
  return name && { what: 'field', name };
}

/** Every place of the page of an ad as the market last shows it, in the order of the page; none for a withheld ad. */
export function placesOfAd(ad: Ad): Locator[] {
  const standing = ad.versions.at(-1);
  if (!standing) return [];
  const hasField = (name: PageFieldName) =>
    standing.fields[name] !== undefined || (name === 'employer' && lacksEmployer(standing));
  return [
    ...standing.sentences.map((_, n): Locator => `s${n + 1}`),
    ...PAGE_FIELD_NAMES.filter(hasField).map((name): Locator => `f:${name}`),
    ...earlierLines(ad).map(({ at }) => at),
    ...(ad.comments ?? []).map((_, n): Locator => `c${n + 1}`),
  ];
}

/** Every place of a page with what stands there, in the order of the page. */
export function placesOfPage(seen: SeenAd): { readonly at: Locator; readonly text: string }[] {
  if (seen.kind !== 'ad') return [];
  return [
    ...seen.sentences.map((text, n) => ({ at: `s${n + 1}` as const, text })),
    ...seen.fields.map(({ name, value }) => ({ at: `f:${name}` as const, text: value })),
    ...seen.earlier.map(({ at, text }) => ({ at, text })),
    ...seen.comments.map(({ place, text }) => ({ at: place, text })),
  ];
}

/** What stands at a place of a page; undefined where the page does not show it. */
export const textAt = (seen: SeenAd, locator: string): string | undefined =>
  placesOfPage(seen).find(({ at }) => at === locator)?.text;
