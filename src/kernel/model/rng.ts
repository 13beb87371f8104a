import { sha256Bytes } from './sha256.ts';

/** A source of reproducible draws. All draws are integers, so that every engine gives the same. */
export interface Rng {
  /** The next 32 random bits as an unsigned integer. */
  next(): number;
  /** An integer from 0 up to, but not including, `bound`; every value equally likely. */
  int(bound: number): number;
}

/**
 * A source that can be set to the start of the draws of one numbered thing, so that each thing can be drawn by itself.
 */
export interface IndexedRng extends Rng {
  startAt(index: number): void;
}

/**
 * The stream of draws for one use of a seed. Each use has its own stream, derived with SHA-256, so that the draws of
 * one stream reveal nothing about another.
 */
export function stream(seed: string, use: string): IndexedRng {
  const digest = new DataView(sha256Bytes(`${seed}\u0000${use}`).buffer);
  return new Xoshiro(digest.getInt32(0), digest.getInt32(4), digest.getInt32(8), digest.getInt32(12));
}

/** Brings items into a random order, in place. @see R. Durstenfeld, "Algorithm 235: random permutation", 1964. */
export function shuffle<Item>(items: { readonly length: number; [place: number]: Item }, rng: Rng): void {
  for (let n = items.length - 1; n > 0; n--) {
    const other = rng.int(n + 1);
    const held = items[n] as Item;
    items[n] = items[other] as Item;
    items[other] = held;
  }
}

/** Draws are integers from 0 up to, but not including, this. */
export const UINT32_RANGE = 2 ** 32;

/** Bounds up to this take 16 bits of a draw, which is faster to divide. */
const UINT16_RANGE = 2 ** 16;

/** A source that makes integers below a bound of its 32 bits. */
export abstract class BoundedRng implements Rng {
  abstract next(): number;

  int(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1)
      throw new RangeError(`Rng.int: bound ${bound} is not a whole number of at least 1`);
    return bound <= UINT16_RANGE ? this.#below(bound, UINT16_RANGE, 16) : this.#below(bound, UINT32_RANGE, 0);
  }

  /**
   * Draws again when a value falls in the incomplete last run of `bound` values, so that every value is equally likely.
   */
  #below(bound: number, size: number, shift: number): number {
    for (;;) {
      const draw = this.next() >>> shift;
      const rest = draw % bound;
      if (draw - rest <= size - bound) return rest;
    }
  }
}

/**
 * A class, unlike most of this code: engines inline its methods, and millions of draws are made.
 * @see D. Blackman and S. Vigna, xoshiro128**, 2018.
 */
class Xoshiro extends BoundedRng implements IndexedRng {
  readonly #words: readonly [number, number, number, number];
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(a: number, b: number, c: number, d: number) {
    super();
    this.#words = [a, b, c, d];
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = d | 1;
  }

  next(): number {
    const b = this.#b;
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const c = this.#c ^ this.#a;
    const d = this.#d ^ b;
    this.#b = b ^ c;
    this.#a ^= d;
    this.#c = c ^ (b << 9);
    this.#d = (d << 11) | (d >>> 21);
    return result;
  }

  startAt(index: number): void {
    const [a, b, c, d] = this.#words;
    this.#a = mix(a ^ Math.imul(index, 0x9e3779b1));
    this.#b = mix((b + index) | 0);
    this.#c = mix(c ^ this.#a);
    this.#d = mix(d ^ this.#b) | 1;
  }
}

/** Spreads every bit of a word over all its bits. @see A. Appleby, MurmurHash3 (finalizer), 2011. */
function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
