import { keyFor } from './keyed-function.ts';
import type { IndexedRng } from './rng.ts';
import { UINT32_RANGE } from './rng.ts';

/** Bounds up to this take 16 bits of a word. */
const UINT16_RANGE = 2 ** 16;

/** Keeps the key of a stream apart from that of a keyed function of the same name. */
const STREAM = 'stream\u0000';

/** Words of one block of Chaskey. */
const BLOCK_WORDS = 4;

/**
 * The stream of draws for one use of a seed, from which nobody without the seed can compute a draw, however many others
 * are known: Chaskey-12 in counter mode under a key of 128 bits, one key for each use. `startAt` goes to the draws of one
 * numbered thing; the number is any whole number below 2^53, and all of its bits count.
 *
 * @param seed Any text. The draws are as hard to guess as the seed is.
 */
export function keyedStream(seed: string, use: string): IndexedRng {
  return new ChaskeyCounter(keyFor(seed, `${STREAM}${use}`));
}

/**
 * A class, like the other source of draws: engines inline its methods, and millions of draws are made. The four words of
 * a block are the number of the thing (low, high) and of the block (low, high).
 * @see N. Mouha and others, "Chaskey: an efficient MAC algorithm for 32-bit microcontrollers", SAC 2014 (the rounds).
 * @see NIST SP 800-38A, section 6.5 (counter mode).
 */
class ChaskeyCounter implements IndexedRng {
  /** The key with the subkey of a full last block, which goes in before the rounds, and the subkey, which goes in after. */
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #block = new Uint32Array(BLOCK_WORDS);
  #indexLow = 0;
  #indexHigh = 0;
  #count = 0;
  /** Words of the block that have been given. */
  #used = BLOCK_WORDS;

  constructor([k0, k1, k2, k3]: readonly [number, number, number, number]) {
    // The key doubled in GF(2^128).
    this.#after = Int32Array.of(
      (k0 << 1) ^ (k3 >>> 31 === 1 ? 0x87 : 0),
      (k1 << 1) | (k0 >>> 31),
      (k2 << 1) | (k1 >>> 31),
      (k3 << 1) | (k2 >>> 31),
    );
    this.#before = Int32Array.of(k0, k1, k2, k3).map((word, n) => word ^ (this.#after[n] as number));
  }

  next(): number {
    if (this.#used === BLOCK_WORDS) this.#refill();
    return this.#block[this.#used++] as number;
  }

  int(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1)
      throw new RangeError(`Rng.int: bound ${bound} is not a whole number of at least 1`);
    return bound <= UINT16_RANGE ? this.#below(bound, UINT16_RANGE, 16) : this.#below(bound, UINT32_RANGE, 0);
  }

  /** Draws again in the incomplete last run of `bound` values, so that every value is equally likely. */
  #below(bound: number, size: number, shift: number): number {
    for (;;) {
      const draw = this.next() >>> shift;
      const rest = draw % bound;
      if (draw - rest <= size - bound) return rest;
    }
  }

  startAt(index: number): void {
    this.#indexLow = index | 0;
    this.#indexHigh = Math.floor(index / UINT32_RANGE) | 0;
    this.#count = 0;
    this.#used = BLOCK_WORDS;
  }

  #refill(): void {
    const before = this.#before;
    const after = this.#after;
    const block = this.#block;
    let a = (before[0] as number) ^ this.#indexLow;
    let b = (before[1] as number) ^ this.#indexHigh;
    let c = (before[2] as number) ^ (this.#count | 0);
    let d = (before[3] as number) ^ (Math.floor(this.#count / UINT32_RANGE) | 0);
    for (let round = 0; round < 12; round++) {
      a = (a + b) | 0;
      b = ((b << 5) | (b >>> 27)) ^ a;
      a = (a << 16) | (a >>> 16);
      c = (c + d) | 0;
      d = ((d << 8) | (d >>> 24)) ^ c;
      a = (a + d) | 0;
      d = ((d << 13) | (d >>> 19)) ^ a;
      c = (c + b) | 0;
      b = ((b << 7) | (b >>> 25)) ^ c;
      c = (c << 16) | (c >>> 16);
    }
    block[0] = a ^ (after[0] as number);
    block[1] = b ^ (after[1] as number);
    block[2] = c ^ (after[2] as number);
    block[3] = d ^ (after[3] as number);
    this.#count += 1;
    this.#used = 0;
  }
}
