import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rng, stream } from '#kernel/model/rng.ts';

const draws = (rng: Rng, count: number) => Array.from({ length: count }, () => rng.next());

/** xoshiro128** written once more, over whole numbers without a limit. */
function* referenceDraws(seed: string, use: string): Generator<number> {
  const MASK = 0xffffffffn;
  const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & MASK;
  const digest = createHash('sha256').update(`${seed}\u0000${use}`).digest();
  const s = [0, 4, 8, 12].map((at) => BigInt(digest.readUInt32BE(at))) as [bigint, bigint, bigint, bigint];
  s[3] |= 1n;
  for (;;) {
    yield Number((rotate((s[1] * 5n) & MASK, 7n) * 9n) & MASK);
    const t = (s[1] << 9n) & MASK;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 11n);
  }
}

describe('stream', () => {
  it.each([
    ['42', [2035744794, 4259462083, 3279257062, 834475227, 1548781638, 1039817981]],
    ['1337', [1186872954, 3851193301, 324134153, 1691482290, 726459710, 2963446661]],
    ['1211', [1239424056, 3013697372, 2078670009, 127850839, 1915907575, 3361177402]],
  ])('gives the same draws for seed %s on every machine and for ever', (seed, frozen) => {
    expect(draws(stream(seed, 'ads'), 6)).toEqual(frozen);
  });

  it.each(['', '42', 'quiet-number', 'ü€😀'])('agrees with another implementation for seed "%s"', (seed) => {
    const reference = referenceDraws(seed, 'truth');

    expect(draws(stream(seed, 'truth'), 1000)).toEqual(Array.from({ length: 1000 }, () => reference.next().value));
  });

  it('gives each use of a seed independent draws', () => {
    const uses = ['ads', 'neutral', 'supply', 'truth'].map((use) => draws(stream('42', use), 500));

    for (const [n, one] of uses.entries())
      for (const other of uses.slice(n + 1)) {
        const agreeing = one.filter((draw, at) => draw >>> 31 === (other[at] ?? 0) >>> 31).length;
        expect(agreeing).toBeGreaterThan(200);
        expect(agreeing).toBeLessThan(300);
      }
  });

  it('keeps seed and use apart', () => {
    expect(draws(stream('ab', 'c'), 3)).not.toEqual(draws(stream('a', 'bc'), 3));
  });
});

describe('int', () => {
  it.each([2, 6, 7, 42])('gives each of %d values about equally often', (bound) => {
    const count = 60_000;
    const rng = stream('1211', 'uniform');
    const seen = new Array<number>(bound).fill(0);
    for (let n = 0; n < count; n++) (seen[rng.int(bound)] as number) += 1;

    const expected = count / bound;
    const chiSquare = seen.reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);

    // Wilson-Hilferty: the value that chance alone passes once in a thousand times.
    const freedom = bound - 1;
    expect(chiSquare).toBeLessThan(freedom * (1 - 2 / (9 * freedom) + 3.09 * Math.sqrt(2 / (9 * freedom))) ** 3);
  });

  it('does not favour the low values of a bound that does not divide the range', () => {
    const bound = 3 * 2 ** 30;
    const rng = stream('1337', 'uniform');
    const thirds = [0, 0, 0];
    for (let n = 0; n < 30_000; n++) (thirds[Math.floor(rng.int(bound) / 2 ** 30)] as number) += 1;

    for (const times of thirds) expect(Math.abs(times - 10_000)).toBeLessThan(400);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the bound %d', (bound) => {
    expect(() => stream('42', 'ads').int(bound)).toThrow(RangeError);
  });
});

describe('int, for any bound', () => {
  it('is a whole number from 0 up to the bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), fc.string(), (bound, seed) => {
        const rng = stream(seed, 'bounds');
        for (let n = 0; n < 20; n++) {
          const drawn = rng.int(bound);
          expect(Number.isInteger(drawn) && drawn >= 0 && drawn < bound).toBe(true);
        }
      }),
    );
  });

  it.each([3, 1000, 65_535, 65_536, 65_537, 2 ** 31 + 1])(
    'reaches low, middle and high values of %d alike',
    (bound) => {
      const rng = stream('42', 'thirds');
      const thirds = [0, 0, 0];
      for (let n = 0; n < 30_000; n++) (thirds[Math.floor((rng.int(bound) / bound) * 3)] as number) += 1;

      for (const times of thirds) expect(Math.abs(times - 10_000)).toBeLessThan(400);
    },
  );
});

describe('startAt', () => {
  it('reproduces the draws of a number, regardless of earlier draws', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.nat(50), fc.nat(2 ** 31), (index, before, other) => {
        const rng = stream('42', 'text');
        rng.startAt(index);
        const first = draws(rng, 5);
        rng.startAt(other);
        draws(rng, before);
        rng.startAt(index);

        expect(draws(rng, 5)).toEqual(first);
      }),
    );
  });

  it('gives each number and each use of a seed independent draws', () => {
    const firsts = ['text', 'records'].flatMap((use) => {
      const rng = stream('42', use);
      return Array.from({ length: 20_000 }, (_, index) => {
        rng.startAt(index);
        return `${rng.next()} ${rng.next()}`;
      });
    });

    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it.each([0, 1, 2])('spreads draw %d of neighbouring numbers evenly', (skipped) => {
    const rng = stream('1211', 'neighbours');
    const seen = new Array<number>(16).fill(0);
    for (let index = 0; index < 64_000; index++) {
      rng.startAt(index);
      for (let n = 0; n < skipped; n++) rng.next();
      (seen[rng.int(16)] as number) += 1;
    }
    const chiSquare = seen.reduce((sum, times) => sum + (times - 4000) ** 2 / 4000, 0);

    // What chance alone passes once in a thousand times with fifteen degrees of freedom.
    expect(chiSquare).toBeLessThan(37.7);
  });

  it('changes half of all bits from one number to the next', () => {
    const rng = stream('1337', 'bits');
    let changed = 0;
    let last = 0;
    for (let index = 0; index < 4000; index++) {
      rng.startAt(index);
      const draw = rng.next();
      for (let bits = (draw ^ last) >>> 0; bits !== 0; bits &= bits - 1) changed += 1;
      last = draw;
    }

    expect(Math.abs(changed / 4000 - 16)).toBeLessThan(0.3);
  });
});
