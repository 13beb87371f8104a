import { earlierLines } from '#market/ads/model/earlier-lines.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { createNearWords, type NearWords } from './near-words.ts';
import { wordsOf } from './words-of.ts';

/**
 * Inverted index: the words and the ads that contain them. A posting is the number of the ad and the term frequency,
 * five bytes together; an ad has some sixty different words. The texts themselves are not kept.
 */
export interface TextIndex {
  readonly size: number;
  /** All words, in ascending order, so that words with a common prefix are adjacent. */
  readonly words: readonly string[];
  /** Start of each word's postings, by word; one more entry at the end. */
  readonly starts: Uint32Array;
  /** Numbers of ads, word by word, ascending within each. */
  readonly ads: Uint32Array;
  /** Term frequency of each posting, words of the title counted twice; capped at 255. */
  readonly times: Uint8Array;
  /** BM25 length normalisation, by ad; see `createTextSearch`. */
  readonly lengths: Float32Array;
  readonly near: NearWords;
}

/** Takes the ads in the order of their numbers; `finish` returns their index. Both take time linear in the ads. */
export interface TextIndexBuilder {
  add(ad: Ad): void;
  finish(): TextIndex;
}

/** Weight of a word in the title; a word in the text has 1. */
const TITLE_WEIGHT = 2;

/** Maximum sentences whose words are cached, because many ads share sentences. */
const MAX_CACHED_SENTENCES = 50_000;

/** @see S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009: k1 and b. */
export const BM25 = { k1: 1.2, b: 0.75 } as const;

export function createTextIndexBuilder(): TextIndexBuilder {
  const numberOf = new Map<string, number>();
  const remembered = new Map<string, readonly number[]>();
  const found: Found = { words: new Uint32Array(1024), times: new Uint8Array(1024), count: 0 };
  /** By ad: the end of its words in `found`, and its total number of words. */
  const ends: number[] = [];
  const totals: number[] = [];
  /** Term frequencies of the current ad, and its different words. */
  const timesOf: number[] = [];
  const different: number[] = [];

  function count(text: string, weight: number): number {
    const numbers = remembered.get(text) ?? remember(text);
    for (const number of numbers) {
      if (timesOf[number] === 0) different.push(number);
      timesOf[number] = (timesOf[number] as number) + weight;
    }
    return numbers.length;
  }

  function remember(text: string): readonly number[] {
    const numbers = wordsOf(text).map((word) => {
      const known = numberOf.get(word);
      if (known !== undefined) return known;
      numberOf.set(word, timesOf.length);
      return timesOf.push(0) - 1;
    });
    if (remembered.size === MAX_CACHED_SENTENCES) remembered.clear();
    remembered.set(text, numbers);
    return numbers;
  }

  return {
    add(ad) {
      let total = count(ad.title, TITLE_WEIGHT);
      for (const sentence of ad.versions.at(-1)?.sentences ?? []) total += count(sentence, 1);
      for (const { text } of [...earlierLines(ad), ...(ad.comments ?? [])]) total += count(text, 1);
      for (const number of different) {
        append(found, number, Math.min(timesOf[number] as number, 255));
        timesOf[number] = 0;
      }
      different.length = 0;
      ends.push(found.count);
      totals.push(total);
    },
    finish: () => sortByWord([...numberOf.keys()], found, ends, totals),
  };
}

/** The different words of each ad, ad by ad, in arrays that grow. */
interface Found {
  words: Uint32Array;
  times: Uint8Array;
  count: number;
}

function append(found: Found, word: number, times: number): void {
  if (found.count === found.words.length) {
    const { words, times: before } = found;
    found.words = new Uint32Array(2 * found.count);
    found.words.set(words);
    found.times = new Uint8Array(2 * found.count);
    found.times.set(before);
  }
  found.words[found.count] = word;
  found.times[found.count] = times;
  found.count += 1;
}

/** Inverts words by ad into ads by word. */
function sortByWord(
  words: readonly string[],
  found: Found,
  ends: readonly number[],
  totals: readonly number[],
): TextIndex {
  const order = words.map((_, number) => number).sort((a, b) => ((words[a] as string) < (words[b] as string) ? -1 : 1));
  const placeOf = new Uint32Array(words.length);
  order.forEach((number, place) => {
    placeOf[number] = place;
  });
  const starts = new Uint32Array(words.length + 1);
  for (let n = 0; n < found.count; n++) {
    const place = (placeOf[found.words[n] as number] as number) + 1;
    starts[place] = (starts[place] as number) + 1;
  }
  for (let place = 1; place < starts.length; place++)
    starts[place] = (starts[place] as number) + (starts[place - 1] as number);
  const next = starts.slice();
  const ads = new Uint32Array(found.count);
  const times = new Uint8Array(found.count);
  let n = 0;
  ends.forEach((end, ad) => {
    for (; n < end; n++) {
      const place = placeOf[found.words[n] as number] as number;
      const at = next[place] as number;
      next[place] = at + 1;
      ads[at] = ad;
      times[at] = found.times[n] as number;
    }
  });
  const sorted = order.map((number) => words[number] as string);
  return {
    size: ends.length,
    words: sorted,
    starts,
    ads,
    times,
    lengths: lengthsOf(totals),
    near: createNearWords(sorted),
  };
}

/** Length normalisation of BM25: a long ad is more likely to contain a word, so each word counts less. */
function lengthsOf(totals: readonly number[]): Float32Array {
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length || 1;
  return Float32Array.from(totals, (total) => BM25.k1 * (1 - BM25.b + (BM25.b * total) / mean));
}
