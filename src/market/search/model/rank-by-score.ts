/** Radix sort: three digits of eleven bits make up 32 bits. */
const DIGIT_BITS = 11;
const DIGITS = 3;
const BUCKETS = 2 ** DIGIT_BITS;

/**
 * The ads by descending score, ties in the given order. Linear: positive floats compare like their bit patterns, so
 * these are radix-sorted, lowest digit first.
 */
export function rankByScore(ads: Uint32Array, scores: Float32Array): Uint32Array {
  const written = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
  let [from, to] = [ads.slice(), new Uint32Array(ads.length)];
  for (let digit = 0; digit < DIGITS; digit++) {
    sortByDigit(from, to, written, digit * DIGIT_BITS);
    [from, to] = [to, from];
  }
  return from;
}

/** Stable counting sort by eleven bits of each score, in descending order. */
function sortByDigit(from: Uint32Array, to: Uint32Array, written: Uint32Array, shift: number): void {
  const next = new Uint32Array(BUCKETS + 1);
  for (let n = 0; n < from.length; n++) {
    const bucket = ((~(written[from[n] as number] as number) >>> shift) & (BUCKETS - 1)) + 1;
    next[bucket] = (next[bucket] as number) + 1;
  }
  for (let bucket = 1; bucket < BUCKETS; bucket++)
    next[bucket] = (next[bucket] as number) + (next[bucket - 1] as number);
  for (let n = 0; n < from.length; n++) {
    const ad = from[n] as number;
    const bucket = (~(written[ad] as number) >>> shift) & (BUCKETS - 1);
    const at = next[bucket] as number;
    next[bucket] = at + 1;
    to[at] = ad;
  }
}
