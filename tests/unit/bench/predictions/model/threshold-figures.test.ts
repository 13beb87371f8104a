import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdFigures } from '#bench/predictions/model/threshold-figures.ts';
import { columns } from '../../../../support/bench/predictions/any-market.ts';

/** Figures of so many ads, each of an actor of its own. */
function counts(hits: number, misses: number, falseAlarms: number, correctRejections: number) {
  const told = [
    ...Array.from({ length: hits }, () => ({ positive: true, probability: 0.9 })),
    ...Array.from({ length: misses }, () => ({ positive: true, probability: 0.1 })),
    ...Array.from({ length: falseAlarms }, () => ({ positive: false, probability: 0.9 })),
    ...Array.from({ length: correctRejections }, () => ({ positive: false, probability: 0.1 })),
  ];
  return thresholdFigures(columns(told.map((ad, actor) => ({ ...ad, actor }))), 0.5);
}

describe('thresholdFigures', () => {
  it('gives the known answers for a sensitivity of 0.8 and a specificity of 0.9', () => {
    const found = counts(8, 2, 9, 81);

    expect(found.sensitivity).toMatchObject({ value: 0.8, n: 10 });
    expect(found.specificity).toMatchObject({ value: 0.9, n: 90 });
    expect(found['ppv-2']?.value).toBeCloseTo(0.016 / 0.114, 12);
    expect(found['ppv-6']?.value).toBeCloseTo(0.048 / 0.142, 12);
    expect(found['ppv-20']?.value).toBeCloseTo(0.16 / 0.24, 12);
  });

  it('keeps every value inside its interval, which stays wide for few flags', () => {
    const many = fc.nat(60);
    fc.assert(
      fc.property(many, many, many, many, (hits, misses, falseAlarms, correctRejections) => {
        for (const figure of Object.values(counts(hits, misses, falseAlarms, correctRejections))) {
          if (!figure) continue;
          expect(figure.low).toBeLessThanOrEqual(figure.value);
          expect(figure.high).toBeGreaterThanOrEqual(figure.value);
          expect(figure.high).toBeLessThanOrEqual(1);
        }
      }),
    );
    expect(counts(5, 0, 0, 20)['ppv-6']?.low).toBeLessThan(0.3);
  });

  it('omits figures without a count', () => {
    const told = (found: ReturnType<typeof counts>) =>
      Object.entries(found)
        .filter(([, figure]) => figure)
        .map(([name]) => name);

    expect(told(counts(0, 4, 0, 6))).toEqual(['sensitivity', 'specificity']);
    expect(told(counts(0, 0, 1, 6))).toEqual(['specificity']);
    expect(told(counts(0, 0, 0, 0))).toEqual([]);
  });
});
