import { type BitSet, createBits, setBit } from './bit-set.ts';
import { BM25, type TextIndex } from './build-text-index.ts';
import { findNearWords } from './near-words.ts';
import { countWhile } from './range-column.ts';
import { wordsOf } from './words-of.ts';

/** The ads that contain all words, and their scores. Valid until the next search. */
export interface TextMatches {
  readonly ads: BitSet;
  /** By ad; only for the matches. Higher is better. */
  readonly scores: Float32Array;
}

/** A word of the vocabulary that matches a searched word, and its weight. */
interface Term {
  readonly place: number;
  readonly weight: number;
}

/** Weights of a word that matches by its prefix, or within one edit. */
const PREFIX_WEIGHT = 0.7;
const ONE_EDIT_WEIGHT = 0.5;

/** Maximum words of a search; the rest is cut off. */
const MAX_WORDS = 32;

/**
 * Creates a full-text search. An ad matches if it contains every word; the last word may be a prefix. A word that no ad
 * contains is replaced by the words within one edit. Ads are ranked by BM25. Returns undefined for a text without
 * words.
 */
export function createTextSearch(index: TextIndex): (text: string) => TextMatches | undefined {
  const { size } = index;
  const scores = new Float32Array(size);
  /** By ad: how many of the words, in turn, were found in it. */
  const stages = new Uint8Array(size);
  return (text) => {
    const asked = wordsOf(text).slice(0, MAX_WORDS);
    if (asked.length === 0) return undefined;
    stages.fill(0);
    // The rarest word first: it excludes most ads.
    const words = asked
      .map((word, n) => termsFor(index, word, n === asked.length - 1))
      .sort((a, b) => adsOf(index, a) - adsOf(index, b));
    words.forEach((terms, stage) => {
      for (const term of terms) score(index, term, stage, stages, scores);
    });
    const ads = createBits(size);
    for (let ad = 0; ad < size; ad++) if (stages[ad] === words.length) setBit(ads, ad);
    return { ads, scores };
  };
}

/** The words of the vocabulary that match a searched word. */
function termsFor({ words, near }: TextIndex, word: string, isLast: boolean): Term[] {
  const from = countWhile(words, (known) => known < word);
  const terms: Term[] = words[from] === word ? [{ place: from, weight: 1 }] : [];
  if (isLast)
    for (let place = from + terms.length; words[place]?.startsWith(word); place++)
      terms.push({ place, weight: PREFIX_WEIGHT });
  if (terms.length > 0) return terms;
  return findNearWords(near, words, word).map((place) => ({ place, weight: ONE_EDIT_WEIGHT }));
}

/** Number of postings of all terms together. */
function adsOf({ starts }: TextIndex, terms: readonly Term[]): number {
  return terms.reduce((sum, { place }) => sum + (starts[place + 1] as number) - (starts[place] as number), 0);
}

/** Adds the score of a term to the ads that contain it and every previous word. */
function score(
  index: TextIndex,
  { place, weight }: Term,
  stage: number,
  stages: Uint8Array,
  scores: Float32Array,
): void {
  const { starts, ads, times, lengths, size } = index;
  const from = starts[place] as number;
  const end = starts[place + 1] as number;
  const rarity = Math.log(1 + (size - (end - from) + 0.5) / (end - from + 0.5));
  const worth = weight * rarity * (BM25.k1 + 1);
  for (let n = from; n < end; n++) {
    const ad = ads[n] as number;
    const reached = stages[ad] as number;
    if (reached < stage) continue;
    const count = times[n] as number;
    const before = reached === 0 ? 0 : (scores[ad] as number);
    scores[ad] = before + (worth * count) / (count + (lengths[ad] as number));
    stages[ad] = stage + 1;
  }
}
