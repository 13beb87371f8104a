import { isOneEdit } from './is-one-edit.ts';

/** A word shorter than this has too many neighbours that mean something else. */
const SHORTEST = 4;

/** Words are numbered below this. */
const MAX_WORDS = 2 ** 21;

/**
 * Which words are one edit away from another. For each word of a vocabulary it holds a number for the word and for the word
 * without each of its letters, eight bytes each: two words that are one edit apart have one of these in common.
 * @see W. Garbe, SymSpell (symmetric delete), 2012.
 */
export interface NearWords {
  /** Hash times `MAX_WORDS` plus the place of the word, in rising order. */
  readonly keys: Float64Array;
}

/** Digits are not mended: a code that is one digit off is another code. */
const isMended = (word: string) => !/\p{N}/u.test(word);

export function createNearWords(words: readonly string[]): NearWords {
  if (words.length > MAX_WORDS) throw new RangeError(`${words.length} words are too many to look for neighbours.`);
  const keys: number[] = [];
  words.forEach((word, place) => {
    if (word.length >= SHORTEST - 1 && isMended(word))
      for (const hash of hashesOf(word)) keys.push(hash * MAX_WORDS + place);
  });
  return { keys: Float64Array.from(keys).sort() };
}

/** Places of the words that are one edit away, in rising order. */
export function findNearWords({ keys }: NearWords, words: readonly string[], word: string): number[] {
  if (word.length < SHORTEST || !isMended(word)) return [];
  const found = new Set<number>();
  for (const hash of hashesOf(word)) {
    const end = (hash + 1) * MAX_WORDS;
    for (let at = firstFrom(keys, hash * MAX_WORDS); at < keys.length && (keys[at] as number) < end; at++)
      found.add((keys[at] as number) % MAX_WORDS);
  }
  // Two different words may have one hash.
  return [...found].filter((place) => isOneEdit(words[place] as string, word)).sort((a, b) => a - b);
}

/** Of the word, and of the word without each of its letters. */
function hashesOf(word: string): Set<number> {
  const hashes = new Set([hashWithout(word, -1)]);
  for (let n = 0; n < word.length; n++) hashes.add(hashWithout(word, n));
  return hashes;
}

/** @see G. Fowler, L. Noll and P. Vo, FNV-1a in 32 bits. */
function hashWithout(word: string, left: number): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < word.length; n++) if (n !== left) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}

function firstFrom(keys: Float64Array, key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
