import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scale } from '#kernel/model/criterion.ts';

const scaled = (raw: number, min: number, max: number) => scale('a.b', raw, min, max, []).scaled;

describe('scale', () => {
  it('is 0 at the baseline, 1 at the ceiling, and linear in between', () => {
    expect([scaled(-26, -26, 0), scaled(-13, -26, 0), scaled(0, -26, 0)]).toEqual([0, 0.5, 1]);
  });

  it('stays within 0 and 1', () => {
    const points = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(points, points, fc.nat({ max: 500 }), (raw, min, span) => {
        expect(scaled(raw, min, min + span)).toBeGreaterThanOrEqual(0);
        expect(scaled(raw, min, min + span)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 only for reaching the ceiling where baseline and ceiling are equal', () => {
    expect([scaled(5, 5, 5), scaled(4, 5, 5)]).toEqual([1, 0]);
  });
});
