import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { judgeRow } from '../../scripts/gate/timing-row.ts';
import {
  bytesHeldBy,
  inOwnNode,
  pairedRatios,
  peakMemoryOf,
  quantile,
  summarize,
  timeInTurns,
  timesAsFast,
  timesTheCost,
} from '../timings/harness.ts';

const figures = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });

/** A fake clock that only work advances: a variant takes a given number of milliseconds, different in each run. */
function aClock() {
  let now = 0;
  const ran: string[] = [];
  const variant = (name: string, units: number, ...costs: number[]) => {
    let run = 0;
    return {
      units,
      run: () => {
        ran.push(name);
        now += costs[run++ % costs.length] as number;
        return 0;
      },
    };
  };
  return { clock: () => now, ran, variant };
}

describe('quantile', () => {
  it.each([
    [[5], 0.25, 5],
    [[1, 2], 0.5, 1.5],
    [[3, 1, 2], 0.5, 2],
    [[10, 9, 1, 2], 0.25, 1.75],
    [[10, 9, 1, 2], 0.75, 9.25],
    [[4, 8, 15, 16, 23, 42], 0, 4],
    [[4, 8, 15, 16, 23, 42], 1, 42],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12);
  });

  it('leaves as many values below the median as above it', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const median = quantile(values, 0.5);
        const below = values.filter((value) => value < median).length;
        const above = values.filter((value) => value > median).length;

        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('throws for an empty list', () => {
    expect(() => quantile([], 0.5)).toThrow(/no values/);
  });
});

describe('paired ratios', () => {
  it('compare round by round, so that background load cancels out', () => {
    fc.assert(
      fc.property(figures, fc.double({ min: 0.1, max: 10, noNaN: true }), (busy, factor) => {
        const { ratio, q1, q3 } = summarize(
          pairedRatios(
            busy.map((time) => time * factor),
            busy,
          ),
        );

        expect(ratio).toBeCloseTo(factor, 9);
        expect(q3 - q1).toBeCloseTo(0, 9);
      }),
    );
  });

  it('throw for lists of different length', () => {
    expect(() => pairedRatios([1, 2], [1])).toThrow(/2 rounds/);
  });
});

describe('variants in turns', () => {
  it('run once per round in rotating order, after uncounted warm-up runs', () => {
    const { clock, ran, variant } = aClock();
    const variants = [variant('a', 1, 100, 1, 2), variant('b', 10, 900, 40, 50)];

    const times = timeInTurns(variants, { rounds: 2, warmUp: 1, clock });

    expect(ran).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
    expect(times).toEqual([
      [1, 2],
      [4, 5],
    ]);
  });

  it('give cost and speed per unit as inverses of each other', () => {
    const pair = ({ variant }: ReturnType<typeof aClock>) =>
      [variant('product', 10, 0, 10, 30, 80), variant('reference', 5, 0, 10, 10, 10)] as const;
    const order = { rounds: 3, warmUp: 1 };
    const first = aClock();
    const second = aClock();

    expect(timesTheCost(...pair(first), { ...order, clock: first.clock })).toEqual({ ratio: 1.5, q1: 1, q3: 2.75 });
    expect(timesAsFast(...pair(second), { ...order, clock: second.clock }).ratio).toBeCloseTo(2 / 3, 12);
  });
});

describe('a goal', () => {
  const verdict = (goal: number | null, atMost: boolean, q1: number, ratio: number, q3: number) =>
    judgeRow({ name: 'row', goal, atMost }, { ratio, q1, q3 }).met;

  it.each([
    ['the median on the limit', 2, true, 1.9, 2, 2.1, true],
    ['a median beyond the limit', 2, true, 1.9, 2.01, 2.1, false],
    ['a third quartile at 1.3 times the limit', 2, true, 1.9, 2, 2.6, true],
    ['a third quartile beyond it', 2, true, 1.9, 2, 2.7, false],
    ['far below the limit', 2, true, 0.1, 0.2, 0.3, true],
  ])('of at most: %s', (_, goal, atMost, q1, ratio, q3, met) => {
    expect(verdict(goal, atMost, q1, ratio, q3)).toBe(met);
  });

  it.each([
    ['the median on the limit', 13, false, 12, 13, 14, true],
    ['a median short of the limit', 13, false, 12, 12.9, 14, false],
    ['a first quartile 1.3 times short', 13, false, 10, 13, 14, true],
    ['a first quartile shorter than that', 13, false, 9.9, 13, 14, false],
    ['far above the limit', 13, false, 100, 200, 9000, true],
  ])('of at least: %s', (_, goal, atMost, q1, ratio, q3, met) => {
    expect(verdict(goal, atMost, q1, ratio, q3)).toBe(met);
  });

  it('that is null is met by any figure', () => {
    fc.assert(
      fc.property(fc.double(), fc.boolean(), (figure, atMost) => {
        expect(verdict(null, atMost, figure, figure, figure)).toBe(true);
      }),
    );
  });
});

describe('a separate Node process', () => {
  const module = `data:text/javascript,${encodeURIComponent(`
    import { quantile } from '${new URL('../timings/harness.ts', import.meta.url)}';
    export const median = (...values) => quantile(values, 0.5);
    export const fail = () => { throw new Error('out of ideas'); };
  `)}`;

  it('returns the result of the function', async () => {
    expect(await inOwnNode(module, 'median', 7, 42, 99)).toBe(42);
  });

  it('passes on the error of the function', async () => {
    await expect(inOwnNode(module, 'fail')).rejects.toThrow(/: Error: out of ideas$/);
  });

  it('reports a missing function', async () => {
    await expect(inOwnNode(module, 'subtract', 40, 2)).rejects.toThrow('subtract');
  });

  it('reports the peak memory of a script, even after the memory was freed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const script = join(folder, 'script.mjs');
    writeFileSync(script, 'Buffer.alloc(Number(process.argv[2]), 1)');

    const [little, much] = [await peakMemoryOf(script, ['1000000']), await peakMemoryOf(script, ['301000000'])];

    expect((much - little) / 300e6).toBeCloseTo(1, 1);
  });
});

describe('bytesHeldBy', () => {
  it('counts retained objects, not garbage', () => {
    const wasteful = () => {
      const waste = Array.from({ length: 1000 }, () => new Uint8Array(10_000));
      return new Uint8Array(waste.length * 8000);
    };

    expect(bytesHeldBy(wasteful) / 8e6).toBeCloseTo(1, 1);
  });
});
