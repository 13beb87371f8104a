/** Places of hashed n-grams: words and pairs of words in the first half, runs of characters in the second. */
export const N_GRAM_PLACES = 2 ** 16;
const HALF = N_GRAM_PLACES / 2;
const CHARACTERS = 4;

/** The n-grams of a text: at which places they stand, each once, all weighing the same. */
export type NGrams = Uint32Array;

const FNV = 0x01000193;
const START = 0x811c9dc5;

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV);
}

/** By place, the number of the last text that had it: a set of numbers would take three times as long. */
const lastText = new Uint32Array(N_GRAM_PLACES);
let texts = 0;

/** The words, pairs of words and runs of four characters of a text. */
export function nGramsOf(text: string): NGrams {
  const found: number[] = [];
  texts += 1;
  const add = (place: number) => {
    if (lastText[place] === texts) return;
    lastText[place] = texts;
    found.push(place);
  };
  let before = 0;
  for (const word of text.toLowerCase().match(/\w+|[^\w\s]+|\n/g) ?? []) {
    let hash = START;
    for (let n = 0; n < word.length; n++) hash = mix(hash, word.charCodeAt(n));
    add((hash >>> 8) % HALF);
    add(((mix(before, 7) ^ Math.imul(hash, 31)) >>> 8) % HALF);
    before = hash;
  }
  for (let at = 0; at + CHARACTERS <= text.length; at++) {
    let hash = START;
    for (let n = 0; n < CHARACTERS; n++) hash = mix(hash, text.charCodeAt(at + n));
    add(HALF + ((hash >>> 8) % HALF));
  }
  return Uint32Array.from(found);
}
