import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaskeyOf } from '#kernel/model/keyed-function.ts';
import { keyedStream } from '#kernel/model/keyed-stream.ts';
import type { Rng } from '#kernel/model/rng.ts';

const draws = (rng: Rng, count: number) => Array.from({ length: count }, () => rng.next());

/** Counter mode written once more: the key by the hash of Node, the blocks by the function that has published vectors. */
function referenceDraws(seed: string, use: string, index: bigint, count: number): number[] {
  const digest = createHash('sha256').update(`${seed}\u0000stream\u0000${use}`).digest();
  const block = chaskeyOf([0, 4, 8, 12].map((at) => digest.readUInt32LE(at)) as [number, number, number, number]);
  const halves = (value: bigint) => [Number(value & 0xffffffffn), Number(value >> 32n)] as const;
  return Array.from({ length: Math.ceil(count / 4) }, (_, n) => [...block(...halves(index), ...halves(BigInt(n)))])
    .flat()
    .slice(0, count);
}

/** The value that chi-square with so many degrees of freedom passes once in a thousand times (Wilson and Hilferty). */
const rarely = (freedom: number) => freedom * (1 - 2 / (9 * freedom) + 3.09 * Math.sqrt(2 / (9 * freedom))) ** 3;

const chiSquare = (seen: readonly number[], expected: number) =>
  seen.reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);

describe('the keyed stream', () => {
  it('is Chaskey-12 in counter mode, from the beginning and from any number below 2^53', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.maxSafeNat(), (seed, use, index) => {
        const rng = keyedStream(seed, use);
        expect(draws(rng, 9)).toEqual(referenceDraws(seed, use, 0n, 9));
        rng.startAt(index);
        expect(draws(rng, 41)).toEqual(referenceDraws(seed, use, BigInt(index), 41));
      }),
    );
  });

  it('gives the draws that an implementation in another language gave', () => {
    const rng = keyedStream('42', 'ads');
    expect(draws(rng, 6)).toEqual([2510359153, 1954853217, 1746084577, 2439336949, 1042371339, 361579021]);
  });

  it('tells numbers apart that differ by 2^32 alone', () => {
    const rng = keyedStream('42', 'text');
    const firsts = [7, 7 + 2 ** 32, 7 + 2 ** 52].map((index) => {
      rng.startAt(index);
      return draws(rng, 4).join(' ');
    });

    expect(new Set(firsts).size).toBe(3);
  });

  it('gives each use, each seed and each number draws that agree by chance alone', () => {
    const uses = ['ads', 'ads 1', 'places', ''].map((use) => draws(keyedStream('42', use), 2000));
    const moved = keyedStream('42', 'ads');
    moved.startAt(1);
    const all = [...uses, draws(keyedStream('43', 'ads'), 2000), draws(moved, 2000)];

    for (const [n, one] of all.entries())
      for (const other of all.slice(n + 1)) {
        const same = one.reduce((sum, draw, at) => sum + 32 - bitsOf(draw ^ (other[at] as number)), 0);
        // 64,000 bits: the standard deviation is 126.
        expect(Math.abs(same - 32_000)).toBeLessThan(126 * 4.5);
      }
  });
});

describe('int of the keyed stream', () => {
  it.each([2, 6, 56, 1000])('gives each of %d values about equally often', (bound) => {
    const rng = keyedStream('1211', 'uniform');
    const seen = new Array<number>(bound).fill(0);
    for (let n = 0; n < 60_000; n++) (seen[rng.int(bound)] as number) += 1;

    expect(chiSquare(seen, 60_000 / bound)).toBeLessThan(rarely(bound - 1));
  });

  it.each([3, 65_535, 65_536, 65_537, 3_628_800, 3 * 2 ** 30, 2 ** 32])(
    'reaches the parts of a range of %d alike, and nothing outside',
    (bound) => {
      const rng = keyedStream('1337', 'parts');
      const seen = [0, 0, 0];
      let outside = 0;
      for (let n = 0; n < 30_000; n++) {
        const drawn = rng.int(bound);
        if (!(Number.isInteger(drawn) && drawn >= 0 && drawn < bound)) outside += 1;
        (seen[Math.floor((drawn / bound) * 3)] as number) += 1;
      }

      expect(outside).toBe(0);
      expect(chiSquare(seen, 10_000)).toBeLessThan(rarely(2));
    },
  );

  it.each([0, -1, 1.5, Number.NaN])('refuses the bound %d', (bound) => {
    expect(() => keyedStream('42', 'ads').int(bound)).toThrow(RangeError);
  });
});

describe('startAt of the keyed stream', () => {
  it('reproduces the draws of a number, regardless of earlier draws', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(50), fc.maxSafeNat(), (index, before, other) => {
        const rng = keyedStream('42', 'text');
        rng.startAt(index);
        const first = draws(rng, 5);
        rng.startAt(other);
        draws(rng, before);
        rng.startAt(index);

        expect(draws(rng, 5)).toEqual(first);
      }),
    );
  });

  it.each([0, 1, 5])('spreads draw %d of neighbouring numbers evenly', (skipped) => {
    const rng = keyedStream('1211', 'neighbours');
    const seen = new Array<number>(16).fill(0);
    for (let index = 0; index < 64_000; index++) {
      rng.startAt(index);
      draws(rng, skipped);
      (seen[rng.int(16)] as number) += 1;
    }

    expect(chiSquare(seen, 4000)).toBeLessThan(rarely(15));
  });
});

const bitsOf = (word: number) => [...(word >>> 0).toString(2)].filter((bit) => bit === '1').length;
