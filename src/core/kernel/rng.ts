import { sha256Bytes } from './sha256.ts';

/** A source of reproducible draws. All draws are integers, so that every engine gives the same. */
export interface Rng {
  /** The next 32 random bits as an unsigned integer. */
  next(): number;
  /** An integer from 0 up to, but not including, `bound`; every value equally likely. */
  int(bound: number): number;
}

/**
 * The stream of draws that belongs to one use of a seed. Each use has its own, derived with SHA-256,
 * so that seeing the draws of one stream tells nothing of another.
 * @see D. Blackman and S. Vigna, xoshiro128**, 2018.
 */
export function stream(seed: string, use: string): Rng {
  const digest = new DataView(sha256Bytes(`${seed}\u0000${use}`).buffer);
  let a = digest.getUint32(0);
  let b = digest.getUint32(4);
  let c = digest.getUint32(8);
  let d = digest.getUint32(12) | 1;

  const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by));

  function next(): number {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  }

  function int(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1)
      throw new RangeError(`Rng.int: bound ${bound} is not a whole number of at least 1`);
    const limit = 2 ** 32 - (2 ** 32 % bound);
    let draw = next();
    while (draw >= limit) draw = next();
    return draw % bound;
  }

  return { next, int };
}
