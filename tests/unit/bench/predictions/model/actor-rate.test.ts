import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorRate } from '#bench/predictions/model/actor-rate.ts';
import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import { studentQuantile } from '#kernel/model/statistics/student-quantile.ts';

const rateOf = (actors: readonly (readonly [successes: number, trials: number])[]) =>
  actorRate({ successes: actors.map(([successes]) => successes), trials: actors.map(([, trials]) => trials) });
/** Actors of equally many ads, of which all or none are successes. */
const uniform = (right: number, wrong: number, ads: number) =>
  rateOf([
    ...Array.from({ length: right }, () => [ads, ads] as const),
    ...Array.from({ length: wrong }, () => [0, ads] as const),
  ]);

describe('actorRate', () => {
  it('is an interval of independent ads with Student t where every actor has one ad', () => {
    // The variance of a mean of 40 is p (1 - p) / 39.
    const [low, high] = wilsonInterval(0.3 * 39, 39, studentQuantile(0.05, 39));
    const found = uniform(12, 28, 1);

    expect(found).toMatchObject({ value: 0.3, n: 40 });
    expect(found?.low).toBeCloseTo(low, 12);
    expect(found?.high).toBeCloseTo(high, 12);
  });

  it('learns nothing from further ads of an actor that are like the first', () => {
    for (const [right, wrong] of [
      [12, 28],
      [9, 0],
      [0, 5],
    ] as const) {
      const [once, often] = [uniform(right, wrong, 1), uniform(right, wrong, 25)];
      expect(often?.low).toBeCloseTo(once?.low ?? -1, 12);
      expect(often?.high).toBeCloseTo(once?.high ?? -1, 12);
    }
  });

  it('counts an ad at most twice where all actors are flagged alike', () => {
    const found = rateOf(Array.from({ length: 20 }, () => [5, 10]));

    expect([found?.low, found?.high]).toEqual(wilsonInterval(200, 400, studentQuantile(0.05, 19)));
  });

  it('knows next to nothing from one actor', () => {
    const { low = 1, high = 0 } = rateOf([[6, 8]]) ?? {};

    expect(low).toBeLessThan(0.01);
    expect(high).toBeGreaterThan(0.99);
  });

  it('keeps every value inside its interval, and that between 0 and 1', () => {
    const actor = fc.nat(12).chain((trials) => fc.tuple(fc.nat(trials), fc.constant(trials)));
    fc.assert(
      fc.property(fc.array(actor, { maxLength: 30 }), (actors) => {
        const found = rateOf(actors);
        expect(found === undefined).toBe(actors.every(([, trials]) => trials === 0));
        if (!found) return;
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.high).toBeGreaterThanOrEqual(found.value);
        expect(found.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});
