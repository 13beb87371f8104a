import { AD_RECORDS } from '#market/ads/model/ad-records.ts';
import { type Ad, PAGE_FIELD_NAMES } from '#market/ads/model/market.ts';
import { placesOfAd, readPlace } from '#market/ads/model/page-places.ts';

/** A span of an ad, in characters: `from` inclusive, `to` exclusive. Empty if the place does not exist. */
export interface TextStretch {
  readonly from: number;
  readonly to: number;
}

const EMPTY_SPAN: TextStretch = { from: 0, to: 0 };

/**
 * Fields, records, earlier lines and comments have spans beyond the end of every text, each its own, that no mark in the
 * text can reach; the later a page shows them, the further they are.
 */
const BEYOND_TEXT = 1_000_000;
const EARLIER_LINES = 2_000_000;
const COMMENTS = 200_000_000;
const WIDTH = 100;

/** Maximum sentences of a version, as far as spans are concerned. */
const LINES = 10_000;

/** Minimum overlap in characters: a word or two; less does not identify a place. */
const MIN_OVERLAP = 8;

/** The text in which a free mark counts its characters: all sentences, joined by single spaces. */
export const markedText = (sentences: readonly string[]) => sentences.join(' ');

/** Locator of a free mark in the text, as in a log: characters of `markedText`, the end exclusive. */
export const freeMark = (from: number, to: number) => `t:${from}-${to}`;

/**
 * Span of a locator: a sentence (`s1`), a field (`f:phone`), a record (`r:payer`), an earlier line (`v1:s5`), a comment
 * (`c2`), or a free mark in the text (`t:12-48`). A place that the ad does not have gives an empty span, so that it
 * overlaps nothing.
 *
 * @param others Earlier lines and comments of the ad; other locators in it are ignored.
 */
export function stretchesOf(sentences: readonly string[], others: readonly string[] = []): (at: string) => TextStretch {
  const places: TextStretch[] = [];
  let end = 0;
  sentences.forEach((sentence, n) => {
    const from = n === 0 ? 0 : end + 1;
    end = from + sentence.length;
    places.push({ from, to: end });
  });
  const besides = new Map(others.flatMap((at) => besideText(at)));
  return (at) => {
    if (at.startsWith('s')) return places[Number(at.slice(1)) - 1] ?? EMPTY_SPAN;
    if (at.startsWith('t:')) return freePlace(at, end);
    return SPANS_BEYOND_TEXT.get(at) ?? besides.get(at) ?? EMPTY_SPAN;
  };
}

/** The spans of an ad as the market last shows it. */
export const stretchesOfAd = (ad: Ad): ((at: string) => TextStretch) =>
  stretchesOf(ad.versions.at(-1)?.sentences ?? [], placesOfAd(ad));

/** An earlier line or a comment with its span. */
function besideText(at: string): [at: string, stretch: TextStretch][] {
  const place = readPlace(at);
  if (place?.what === 'comment') return [[at, spanAt(COMMENTS, place.n)]];
  return place?.what === 'earlier' ? [[at, spanAt(EARLIER_LINES, place.version * LINES + place.n)]] : [];
}

const spanAt = (start: number, n: number): TextStretch => ({ from: start + n * WIDTH, to: start + (n + 1) * WIDTH });

function freePlace(at: string, end: number): TextStretch {
  const dash = at.indexOf('-');
  const [from, to] = [Number(at.slice(2, dash)), Number(at.slice(dash + 1))];
  return Number.isInteger(from) && Number.isInteger(to) ? ordered(from, Math.min(end, to)) : EMPTY_SPAN;
}

const SPANS_BEYOND_TEXT: ReadonlyMap<string, TextStretch> = new Map(
  [...PAGE_FIELD_NAMES.map((name) => `f:${name}`), ...AD_RECORDS.map((name) => `r:${name}`)].map((at, n) => [
    at,
    spanAt(BEYOND_TEXT, n),
  ]),
);

const ordered = (from: number, to: number): TextStretch => (from >= 0 && from < to ? { from, to } : EMPTY_SPAN);

/**
 * Overlap of a mark with a sign, in characters; 0 if the mark does not count for that sign. Edges are tolerant: at
 * least half of the mark has to lie in the sign, and at least a word or two of it. So a mark on some words of the sign
 * counts, a mark twice as long as the sign counts, and a mark of the whole text does not.
 */
export function commonCharacters(markFrom: number, markTo: number, signFrom: number, signTo: number): number {
  const common = Math.min(markTo, signTo) - Math.max(markFrom, signFrom);
  const isAt = common > 0 && 2 * common >= markTo - markFrom && common >= Math.min(MIN_OVERLAP, signTo - signFrom);
  return isAt ? common : 0;
}
