import { sha256Bytes } from './sha256.ts';

/** A pseudorandom function under a key of 128 bits: 32 bits for three words. */
export type KeyedFunction = (a: number, b: number, c: number) => number;

/** The key for one use of a secret: the first 128 bits of SHA-256 over both. */
export function keyFor(secret: string, use: string): readonly [number, number, number, number] {
  const digest = new DataView(sha256Bytes(`${secret}\u0000${use}`).buffer);
  return [0, 4, 8, 12].map((at) => digest.getUint32(at, true)) as [number, number, number, number];
}

/**
 * Chaskey-12 over one block, of which the fourth word is 0. Whoever sees any number of its values learns nothing about
 * others without the key; SHA-256 in its place costs about thirty times as much, too much for eight numbers an ad.
 * @see N. Mouha and others, "Chaskey: an efficient MAC algorithm for 32-bit microcontrollers", SAC 2014; ISO/IEC 29192-6.
 */
export function keyedFunction(key: readonly [number, number, number, number]): KeyedFunction {
  const words = chaskeyOf(key);
  return (a, b, c) => words(a, b, c, 0)[0] as number;
}

/** The tag of a message of one block, as four words, which the next call overwrites. */
export type ChaskeyTag = (m0: number, m1: number, m2: number, m3: number) => Uint32Array;

/** Chaskey-12 under a key, for messages of one full block. */
export function chaskeyOf([k0, k1, k2, k3]: readonly [number, number, number, number]): ChaskeyTag {
  // The subkey for a full last block: the key doubled in GF(2^128).
  const [d0, d1, d2, d3] = [
    (k0 << 1) ^ (k3 >>> 31 === 1 ? 0x87 : 0),
    (k1 << 1) | (k0 >>> 31),
    (k2 << 1) | (k1 >>> 31),
    (k3 << 1) | (k2 >>> 31),
  ];
  const tag = new Uint32Array(4);
  return (m0, m1, m2, m3) => {
    let [a, b, c, d] = [k0 ^ m0 ^ d0, k1 ^ m1 ^ d1, k2 ^ m2 ^ d2, k3 ^ m3 ^ d3];
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
    tag[0] = a ^ d0;
    tag[1] = b ^ d1;
    tag[2] = c ^ d2;
    tag[3] = d ^ d3;
    return tag;
  };
}
