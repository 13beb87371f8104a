import { describe, expect, it } from 'vitest';
import { stream } from '#core/kernel/rng.ts';
import { bootstrapIntervals } from '#core/prediction/bootstrap-intervals.ts';

const STRATA = [
  [0, 2, 4],
  [1, 3, 5, 6, 7],
];
const drawn = (seed: string, measure: Parameters<typeof bootstrapIntervals>[1], resamples = 400) =>
  bootstrapIntervals({ strata: STRATA, resamples, rng: stream(seed, 'bootstrap') }, measure);
const sum = (weights: ArrayLike<number>, actors: readonly number[]) =>
  actors.reduce((total, actor) => total + (weights[actor] ?? 0), 0);

describe('bootstrapIntervals', () => {
  it('draws as many actors of each kind as there are', () => {
    const intervals = drawn('a', (weights) => ({ mine: sum(weights, [0, 2, 4]), rest: sum(weights, [1, 3, 5, 6, 7]) }));

    expect(intervals.get('mine')).toEqual([3, 3]);
    expect(intervals.get('rest')).toEqual([5, 5]);
  });

  it('gives the same interval for the same seed and another for another', () => {
    const mean = (weights: ArrayLike<number>) => ({
      mean: (weights[1] ?? 0) + 7.3 * (weights[3] ?? 0) - 2 * (weights[7] ?? 0),
    });

    expect(drawn('a', mean)).toEqual(drawn('a', mean));
    expect(drawn('a', mean, 60)).not.toEqual(drawn('b', mean, 60));
  });

  it('approximates the theoretical interval of a mean of many actors', () => {
    const actors = Array.from({ length: 400 }, (_, n) => n);
    const [low = 0, high = 0] =
      bootstrapIntervals({ strata: [actors], resamples: 2000, rng: stream('theory', 'bootstrap') }, (weights) => ({
        share: sum(weights, actors.slice(0, 100)) / 400,
      })).get('share') ?? [];

    // A quarter of 400: 0.25 plus or minus 1.96 times the root of 0.25 * 0.75 / 400.
    expect(low).toBeCloseTo(0.25 - 0.0424, 2);
    expect(high).toBeCloseTo(0.25 + 0.0424, 2);
  });

  it('contains the value itself, even where every draw is on one side', () => {
    const intervals = drawn('a', (weights) => {
      const untouched = Array.from(weights).every((weight) => weight === 1);
      return { above: Number(untouched), below: Number(!untouched) };
    });

    expect(intervals.get('above')).toEqual([0, 1]);
    expect(intervals.get('below')).toEqual([0, 1]);
  });

  it('has no interval for a missing value', () => {
    expect([...drawn('a', () => ({ here: 1, gone: undefined })).keys()]).toEqual(['here']);
  });
});
