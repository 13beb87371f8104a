import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#kernel/model/statistics/signal-detection.ts';
import { studentQuantile } from '#kernel/model/statistics/student-quantile.ts';

/** Share of Student's t beyond `t` on both sides, by Simpson's rule over the angle whose tangent is t / sqrt(freedom). */
function shareBeyond(t: number, freedom: number): number {
  const density = (angle: number) => Math.cos(angle) ** (freedom - 1);
  const area = (to: number) => {
    const steps = 20_000;
    let sum = 0;
    for (let n = 0; n <= steps; n++)
      sum += density((to * n) / steps) * (n === 0 || n === steps ? 1 : n % 2 === 1 ? 4 : 2);
    return (sum * to) / steps / 3;
  };
  return 1 - area(Math.atan(t / Math.sqrt(freedom))) / area(Math.PI / 2);
}

describe('studentQuantile', () => {
  it.each([
    [0.05, 1, 12.706],
    [0.05, 2, 4.303],
    [0.05, 10, 2.228],
    [0.01, 30, 2.75],
    [0.005, 5, 4.773],
  ])('gives the value of the tables for %f outside and %d degrees of freedom', (outside, freedom, expected) => {
    expect(studentQuantile(outside, freedom)).toBeCloseTo(expected, 3);
  });

  it('leaves as much outside as was asked for, also between whole degrees of freedom', () => {
    for (const freedom of [2, 2.2, 3.7, 8, 61.5, 900])
      for (const outside of [0.2, 0.05, 0.005])
        expect(shareBeyond(studentQuantile(outside, freedom), freedom) / outside).toBeCloseTo(1, 2);
    for (const freedom of [1.01, 1.3, 1.6, 1.9]) {
      const found = shareBeyond(studentQuantile(0.05, freedom), freedom);
      expect(found).toBeLessThanOrEqual(0.05);
      expect(found).toBeGreaterThan(0.047);
    }
  });

  it('is that of the normal distribution for any number of actors', () => {
    expect(studentQuantile(0.05, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
    expect(studentQuantile(0.05, 1e6)).toBeCloseTo(normalQuantile(0.975), 5);
  });

  it('refuses what has no quantile', () => {
    expect(() => studentQuantile(0, 5)).toThrow(RangeError);
    expect(() => studentQuantile(0.05, 0.5)).toThrow(RangeError);
  });
});
