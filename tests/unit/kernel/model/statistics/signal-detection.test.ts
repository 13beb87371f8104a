import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dPrimeAndCriterion,
  flagAgreement,
  normalQuantile,
  wilsonInterval,
} from '#kernel/model/statistics/signal-detection.ts';

describe('wilsonInterval', () => {
  it.each([
    [9, 12, 0.47, 0.91],
    [76, 88, 0.78, 0.92],
    [0, 10, 0, 0.278],
    [10, 10, 0.722, 1],
  ])('gives the known answer for %d of %d', (successes, trials, low, high) => {
    const [from, to] = wilsonInterval(successes, trials);

    expect(from).toBeCloseTo(low, 2);
    expect(to).toBeCloseTo(high, 2);
  });

  it('is 0 to 1 without trials', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  it('contains its share, stays within 0 and 1 and narrows with more trials', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, part) => {
        const successes = Math.round(part * trials);
        const [low, high] = wilsonInterval(successes, trials);
        const [lower, higher] = wilsonInterval(successes * 4, trials * 4);

        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low - 1e-12).toBeLessThanOrEqual(successes / trials);
        expect(high + 1e-12).toBeGreaterThanOrEqual(successes / trials);
        expect(higher - lower).toBeLessThan(high - low);
      }),
    );
  });
});

describe('dPrimeAndCriterion', () => {
  it.each([
    ['a careful reader', { hits: 9, misses: 3, falseAlarms: 12, correctRejections: 76 }, 1.69, 0.23],
    ['one who flags readily', { hits: 12, misses: 0, falseAlarms: 60, correctRejections: 28 }, 1.3, -1.12],
  ])('gives the known answer for %s', (_, confusion, dPrime, criterion) => {
    const found = dPrimeAndCriterion(confusion);

    expect(found.dPrime).toBeCloseTo(dPrime, 2);
    expect(found.criterion).toBeCloseTo(criterion, 2);
  });

  it('are 0 for a reader who tosses a coin', () => {
    const found = dPrimeAndCriterion({ hits: 10, misses: 10, falseAlarms: 10, correctRejections: 10 });

    expect(found.dPrime).toBeCloseTo(0, 12);
    expect(found.criterion).toBeCloseTo(0, 12);
  });

  it('stays finite for a perfect reader, and for one who gets everything wrong', () => {
    const perfect = dPrimeAndCriterion({ hits: 8, misses: 0, falseAlarms: 0, correctRejections: 33 });
    const reversed = dPrimeAndCriterion({ hits: 0, misses: 8, falseAlarms: 33, correctRejections: 0 });

    expect(perfect.dPrime).toBeGreaterThan(3);
    expect(perfect.dPrime).toBeLessThan(5);
    expect(reversed.dPrime).toBeCloseTo(-perfect.dPrime, 9);
  });
});

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.99, 2.3263478740408408],
    [0.999, 3.090232306167813],
    [0.0001, -3.719016485455709],
    [0.02425, -1.9729610513118845],
  ])('agrees with the table at %d', (p, value) => {
    expect(normalQuantile(p)).toBeCloseTo(value, 6);
  });

  it('is antisymmetric and increasing', () => {
    const inside = fc.double({ min: 0.0001, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(inside, inside, (p, q) => {
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 7);
        if (q - p > 1e-7) expect(normalQuantile(q)).toBeGreaterThan(normalQuantile(p));
      }),
    );
  });

  it.each([0, 1, -0.5, Number.NaN])('throws for %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('flagAgreement', () => {
  const anyCounts = fc.record({
    hits: fc.integer({ min: 1, max: 60 }),
    misses: fc.nat(60),
    falseAlarms: fc.integer({ min: 1, max: 60 }),
    correctRejections: fc.integer({ min: 1, max: 60 }),
  });

  it('gives the known answer: 9 of 12 found and 12 of 88 others flagged', () => {
    // J = .75 + 76/88 - 1. MCC = (9 * 76 - 12 * 3) / sqrt(21 * 12 * 88 * 79).
    const { youden, matthews } = flagAgreement({ hits: 9, misses: 3, falseAlarms: 12, correctRejections: 76 });

    expect(youden).toBeCloseTo(0.61364, 5);
    expect(matthews).toBeCloseTo(648 / Math.sqrt(21 * 12 * 88 * 79), 12);
    expect(matthews).toBeCloseTo(0.49, 2);
  });

  it('has a correlation that is the correlation of two columns of zeros and ones', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { hits, misses, falseAlarms, correctRejections } = counts;
        const ads = [
          ...Array.from({ length: hits }, () => [1, 1] as const),
          ...Array.from({ length: misses }, () => [1, 0] as const),
          ...Array.from({ length: falseAlarms }, () => [0, 1] as const),
          ...Array.from({ length: correctRejections }, () => [0, 0] as const),
        ];
        const mean = (of: (ad: readonly [number, number]) => number) =>
          ads.reduce((sum, ad) => sum + of(ad), 0) / ads.length;
        const [truth, flag] = [mean(([one]) => one), mean(([, other]) => other)];
        const together = mean(([one, other]) => (one - truth) * (other - flag));
        const deviation = Math.sqrt(mean(([one]) => (one - truth) ** 2) * mean(([, other]) => (other - flag) ** 2));

        expect(flagAgreement(counts).matthews).toBeCloseTo(together / deviation, 9);
      }),
    );
  });

  it('stays between -1 and 1, and changes its sign where flags and truth are turned round', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { youden = 0, matthews = 0 } = flagAgreement(counts);
        const { hits, misses, falseAlarms, correctRejections } = counts;
        const turned = flagAgreement({
          hits: misses,
          misses: hits,
          falseAlarms: correctRejections,
          correctRejections: falseAlarms,
        });

        expect(Math.abs(youden)).toBeLessThanOrEqual(1);
        expect(Math.abs(matthews)).toBeLessThanOrEqual(1 + 1e-12);
        expect(turned.youden).toBeCloseTo(0 - youden, 12);
      }),
    );
  });

  it('is undefined where one kind is missing, and knows no correlation where all is flagged', () => {
    expect(flagAgreement({ hits: 0, misses: 0, falseAlarms: 2, correctRejections: 3 })).toEqual({
      youden: undefined,
      matthews: undefined,
    });
    expect(flagAgreement({ hits: 2, misses: 0, falseAlarms: 3, correctRejections: 0 })).toEqual({
      youden: 0,
      matthews: undefined,
    });
  });
});
