import { describe, expect, it } from 'vitest';
import { chaskeyOf, keyedFunction, keyFor } from '#kernel/model/keyed-function.ts';

/** Bytes 0 to 15 as four words. */
const MESSAGE = [0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c] as const;

describe('the keyed function', () => {
  it('is Chaskey-12: test vectors of its author for a message of 16 bytes', () => {
    const tag = chaskeyOf([0x833d3433, 0x009f389f, 0x2398e64f, 0x417acf39])(...MESSAGE);
    expect([...tag]).toEqual([0x5dd0e2a9, 0xfb5eac8c, 0x633a392e, 0x500c36f3]);
    // Key 00 11 22 … ff; the tag's first bytes are d1 39 70 d7 be 9b 23 50.
    const second = chaskeyOf([0x33221100, 0x77665544, 0xbbaa9988, 0xffeeddcc])(...MESSAGE);
    expect([...second.subarray(0, 2)]).toEqual([0xd77039d1, 0x50239bbe]);
  });

  it('has another value for another key, another use, and each of its words', () => {
    const one = keyedFunction(keyFor('secret', 'numbers'));
    const values = [
      one(1, 2, 3),
      keyedFunction(keyFor('secret', 'places'))(1, 2, 3),
      keyedFunction(keyFor('secres', 'numbers'))(1, 2, 3),
      one(2, 2, 3),
      one(1, 3, 3),
      one(1, 2, 4),
    ];
    expect(new Set(values).size).toBe(values.length);
    expect(one(1, 2, 3)).toBe(values[0]);
  });

  it('changes half of its bits with each bit of the key', () => {
    const key = keyFor('secret', 'numbers');
    const plain = keyedFunction(key)(7, 7, 7);
    const changed = Array.from({ length: 128 }, (_, bit) => {
      const other = key.map((word, n) => (n === bit >> 5 ? (word ^ (1 << (bit & 31))) >>> 0 : word));
      return bitsOf(plain ^ keyedFunction(other as unknown as typeof key)(7, 7, 7));
    });
    expect(changed.reduce((sum, bits) => sum + bits, 0) / 128).toBeCloseTo(16, 0);
    expect(Math.min(...changed)).toBeGreaterThan(4);
  });
});

const bitsOf = (word: number) => [...(word >>> 0).toString(2)].filter((bit) => bit === '1').length;
