import { earlierLines } from '#market/ads/model/earlier-lines.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';

/**
 * Range of time in seconds: `least` for a brisk reader who does what is needed, `most` for a careful one who does all
 * that is offered.
 */
export interface TimeSpan {
  readonly least: number;
  readonly most: number;
}

/**
 * Reading speed in words per minute when reading in order to decide, in a language that may not be the reader's first.
 */
export const WORDS_A_MINUTE = 180;

export const NO_TIME: TimeSpan = { least: 0, most: 0 };

/** Sum of the spans. */
export function sumOf(spans: readonly TimeSpan[]): TimeSpan {
  return spans.reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), NO_TIME);
}

/** The span multiplied; `most` is the factor of careful readers, if it differs. */
export function timesOf(span: TimeSpan, least: number, most = least): TimeSpan {
  return { least: span.least * least, most: span.most * most };
}

/** Reading time of this many words. */
export function readingTime(words: number): TimeSpan {
  const seconds = (60 * words) / WORDS_A_MINUTE;
  return { least: seconds, most: seconds };
}

/** Reading time of a range of words: careful readers read more of them. */
export function readingBetween({ least, most }: TimeSpan): TimeSpan {
  return { least: readingTime(least).least, most: readingTime(most).most };
}

/** Number of words of a text, separated by white space. */
export function wordsIn(...texts: readonly (string | undefined)[]): number {
  return texts.reduce((sum, text) => sum + (text?.match(/\S+/g)?.length ?? 0), 0);
}

/** Ads that can be read: a closed card has no page. */
export const openAds = ({ ads }: Market): Ad[] => ads.filter(({ withheld }) => !withheld);

/**
 * Mean words of these ads as a reader meets them: title, sentences and fields as the site last shows them, lines that were
 * taken out, and comments.
 */
export function meanWords(ads: readonly Ad[]): number {
  const words = ads.reduce((sum, ad) => sum + wordsIn(ad.title, ...textsOf(ad)), 0);
  return words / Math.max(1, ads.length);
}

function textsOf(ad: Ad): string[] {
  const shown = ad.versions.at(-1);
  return [
    ...(shown?.sentences ?? []),
    ...Object.values(shown?.fields ?? {}),
    ...earlierLines(ad).map(({ text }) => text),
    ...(ad.comments ?? []).map(({ text }) => text),
  ];
}
