import { isOneEdit } from './is-one-edit.ts';

/** Minimum length: a shorter word has too many neighbours with other meanings. */
const MIN_LENGTH = 4;

/** Maximum number of words. */
const MAX_WORDS = 2 ** 21;

/**
 * Index of the words within one edit. For each word of a vocabulary it holds a hash of the word and of each variant
 * with one letter deleted, eight bytes each: two words within one edit have one of these in common.
 * @see W. Garbe, SymSpell (symmetric delete), 2012.
 */
export interface NearWords {
  /** Hash times `MAX_WORDS` plus the index of the word, in ascending order. */
  readonly keys: Float64Array;
}

/** Words with digits are not corrected: a code with another digit is another code. */
const isMended = (word: string) => !/\p{N}/u.test(word);

export function createNearWords(words: readonly string[]): NearWords {
  if (words.length > MAX_WORDS) throw new RangeError(`${words.length} words are too many to look for neighbours.`);
  const keys: number[] = [];
  words.forEach((word, place) => {
    if (word.length >= MIN_LENGTH - 1 && isMended(word))
      for (const hash of hashesOf(word)) keys.push(hash * MAX_WORDS + place);
  });
  return { keys: Float64Array.from(keys).sort() };
}

/** Indexes of the words within one edit, in ascending order. */
export function findNearWords({ keys }: NearWords, words: readonly string[], word: string): number[] {
  if (word.length < MIN_LENGTH || !isMended(word)) return [];
  const found = new Set<number>();
  for (const hash of hashesOf(word)) {
    const end = (hash + 1) * MAX_WORDS;
    for (let at = firstFrom(keys, hash * MAX_WORDS); at < keys.length && (keys[at] as number) < end; at++)
      found.add((keys[at] as number) % MAX_WORDS);
  }
  // Two different words may have the same hash.
  return [...found].filter((place) => isOneEdit(words[place] as string, word)).sort((a, b) => a - b);
}

/** Hashes of the word, and of each variant with one letter deleted. */
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
