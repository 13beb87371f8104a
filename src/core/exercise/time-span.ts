import type { Ad, Market } from '#core/market/market.ts';

/** Seconds that something takes: a brisk reader who does what is needed, and a careful one who does all that is offered. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** Words a minute of somebody who reads in order to decide, in a language that may not be their first. */
export const WORDS_A_MINUTE = 180;

export const NO_TIME: Span = { least: 0, most: 0 };

/** All of these one after the other. */
export function sumOf(spans: readonly Span[]): Span {
  return spans.reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), NO_TIME);
}

/** The same so many times over; `most` where the careful do it more often. */
export function timesOf(span: Span, least: number, most = least): Span {
  return { least: span.least * least, most: span.most * most };
}

/** How long these words take to read. */
export function readingTime(words: number): Span {
  const seconds = (60 * words) / WORDS_A_MINUTE;
  return { least: seconds, most: seconds };
}

/** How long it takes to read so many words, where the careful read more. */
export function readingBetween({ least, most }: Span): Span {
  return { least: readingTime(least).least, most: readingTime(most).most };
}

/** How many words a text has: what stands between blanks. */
export function wordsIn(...texts: readonly (string | undefined)[]): number {
  return texts.reduce((sum, text) => sum + (text?.match(/\S+/g)?.length ?? 0), 0);
}

/** Ads that can be read: a closed card has no page. */
export const openAds = ({ ads }: Market): Ad[] => ads.filter(({ withheld }) => !withheld);

/** Words that a reader of one of these ads meets: title, sentences and fields as the site shows them last. */
export function meanWords(ads: readonly Ad[]): number {
  const words = ads.reduce((sum, { title, versions }) => {
    const shown = versions.at(-1);
    return sum + wordsIn(title, ...(shown?.sentences ?? []), ...Object.values(shown?.fields ?? {}));
  }, 0);
  return words / Math.max(1, ads.length);
}
