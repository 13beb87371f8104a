import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorRate } from '#bench/predictions/model/actor-rate.ts';
import { calibration } from '#bench/predictions/model/calibration.ts';
import { columns } from '../../../../support/bench/predictions/any-market.ts';

/** So many ads with one probability, the first of them positive. */
const group = (count: number, probability: number, positive: number) =>
  Array.from({ length: count }, (_, n) => ({ actor: n, probability, positive: n < positive }));

describe('calibration', () => {
  it('counts bins of at least eight ads, and the number of ads in the others', () => {
    const { bins, leftOut } = calibration(columns([...group(8, 0.25, 2), ...group(10, 1, 9), ...group(7, 0.55, 7)]));

    expect(leftOut).toBe(7);
    expect(bins.map(({ from, to, n, predicted, observed }) => [from, to, n, predicted, observed])).toEqual([
      [0.2, 0.3, 8, 0.25, 0.25],
      [0.9, 1, 10, 1, 0.9],
    ]);
  });

  it('counts the actors behind a bin, not its ads', () => {
    const told = Array.from({ length: 24 }, (_, n) => ({
      actor: Math.floor(n / 4),
      probability: 0.25,
      positive: n < 8,
    }));
    const actors = { successes: [4, 4, 0, 0, 0, 0], trials: [4, 4, 4, 4, 4, 4] };

    expect(calibration(columns(told)).bins).toMatchObject([
      { n: 24, low: actorRate(actors)?.low, high: actorRate(actors)?.high },
    ]);
  });

  it('puts every ad into the right bin', () => {
    const tenth = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
    const probability = fc.oneof(tenth, fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 200 }), (said) => {
        const { bins, leftOut } = calibration(
          columns(said.map((p, actor) => ({ actor, probability: p, positive: false }))),
        );

        expect(bins.reduce((sum, { n }) => sum + n, leftOut)).toBe(said.length);
        for (const { n, from, to, predicted } of bins) {
          expect(n).toBeGreaterThanOrEqual(8);
          expect(predicted).toBeGreaterThanOrEqual(from - 1e-12);
          expect(predicted).toBeLessThanOrEqual(to + 1e-12);
        }
      }),
    );
  });
});
