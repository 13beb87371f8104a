import { type ChaskeyTag, chaskeyOf, keyFor } from './keyed-function.ts';
import { BoundedRng, type IndexedRng, UINT32_RANGE } from './rng.ts';

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
  return new ChaskeyCounter(chaskeyOf(keyFor(seed, `${STREAM}${use}`)));
}

/**
 * A class, like the other source of draws: engines inline its methods, and millions of draws are made. The four words of
 * a block are the number of the thing (low, high) and of the block (low, high).
 * @see NIST SP 800-38A, section 6.5 (counter mode).
 */
class ChaskeyCounter extends BoundedRng implements IndexedRng {
  readonly #tagOf: ChaskeyTag;
  #block: Uint32Array = new Uint32Array(BLOCK_WORDS);
  #indexLow = 0;
  #indexHigh = 0;
  #count = 0;
  /** Words of the block that have been given. */
  #used = BLOCK_WORDS;

  constructor(tagOf: ChaskeyTag) {
    super();
    this.#tagOf = tagOf;
  }

  next(): number {
    if (this.#used === BLOCK_WORDS) this.#refill();
    return this.#block[this.#used++] as number;
  }

  startAt(index: number): void {
    this.#indexLow = index | 0;
    this.#indexHigh = Math.floor(index / UINT32_RANGE) | 0;
    this.#count = 0;
    this.#used = BLOCK_WORDS;
  }

  #refill(): void {
    const count = this.#count;
    this.#block = this.#tagOf(this.#indexLow, this.#indexHigh, count | 0, Math.floor(count / UINT32_RANGE) | 0);
    this.#count += 1;
    this.#used = 0;
  }
}
