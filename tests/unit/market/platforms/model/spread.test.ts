import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '#market/platforms/model/spread.ts';

describe('spread', () => {
  it.each([
    ['ten cases', [10, 1, 9, 2, 8, 3, 7, 4, 6, 5], { median: 5, p90: 9, longest: 10, never: [0, 10] }],
    ['three cases', [5, 1, 30], { median: 5, p90: 30, longest: 30, never: [0, 3] }],
    ['one case never acted on', [5, 1, 30, undefined], { median: 5, longest: 30, never: [1, 4] }],
    ['half of the cases never acted on', [undefined, 1, undefined, 3], { median: 3, longest: 3, never: [2, 4] }],
    ['most never acted on', [undefined, 1, undefined], { longest: 1, never: [2, 3] }],
    ['nothing ever acted on', [undefined, undefined], { never: [2, 2] }],
    ['no cases', [], { never: [0, 0] }],
    ['fractions of an hour', [1.26, 1.24], { median: 1.2, p90: 1.3, longest: 1.3, never: [0, 2] }],
  ])('gives the known answer for %s', (_, hours, known) => {
    expect(spread(hours)).toEqual(known);
  });

  it('never makes a platform look faster for ignoring a case', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(hours, (acted) => {
        const [, ...rest] = [...acted].sort((a, b) => b - a);
        const before = spread(acted);
        const ignoring = spread([...rest, undefined]);

        expect(ignoring.median ?? Infinity).toBeGreaterThanOrEqual(before.median ?? 0);
        expect(ignoring.p90 ?? Infinity).toBeGreaterThanOrEqual(before.p90 ?? 0);
      }),
    );
  });
});
