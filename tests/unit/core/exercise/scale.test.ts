import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scale } from '#core/exercise/exercise-kind.ts';

const scaled = (raw: number, min: number, max: number) => scale('a.b', raw, min, max, []).scaled;

describe('scale', () => {
  it('is 0 for the best play that looks at nothing, 1 for the best play, and even in between', () => {
    expect([scaled(-26, -26, 0), scaled(-13, -26, 0), scaled(0, -26, 0)]).toEqual([0, 0.5, 1]);
  });

  it('never leaves the range', () => {
    const points = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(points, points, fc.nat({ max: 500 }), (raw, min, span) => {
        expect(scaled(raw, min, min + span)).toBeGreaterThanOrEqual(0);
        expect(scaled(raw, min, min + span)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('where both plays are worth the same, only who reaches it has reached it', () => {
    expect([scaled(5, 5, 5), scaled(4, 5, 5)]).toEqual([1, 0]);
  });
});
