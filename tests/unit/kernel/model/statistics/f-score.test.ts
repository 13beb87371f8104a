import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fScore } from '#kernel/model/statistics/f-score.ts';
import { probabilitySkill } from '#kernel/model/statistics/probability-skill.ts';

const share = fc.double({ min: 0.001, max: 1, noNaN: true });

describe('fScore', () => {
  it.each([
    // F0.5 = 1.25 * .5 * .25 / (.125 + .25); F1 = 2 * .125 / .75; F2 = 5 * .125 / (2 + .25).
    [0.5, 0.25, 0.5, 0.15625 / 0.375],
    [0.5, 0.25, 1, 1 / 3],
    [0.5, 0.25, 2, 0.625 / 2.25],
    [0, 0, 0.5, 0],
    [1, 1, 0.5, 1],
    [0, 1, 0.5, 0],
  ])('gives the known answer for P %d, R %d and beta %d', (precision, recall, beta, expected) => {
    expect(fScore(precision, recall, beta)).toBeCloseTo(expected, 12);
  });

  it('lies between precision and recall, and is the weighed harmonic mean of both', () => {
    fc.assert(
      fc.property(share, share, (precision, recall) => {
        const found = fScore(precision, recall, 0.5);
        expect(found).toBeGreaterThanOrEqual(Math.min(precision, recall) - 1e-12);
        expect(found).toBeLessThanOrEqual(Math.max(precision, recall) + 1e-12);
        expect(found).toBeCloseTo(1 / (0.8 / precision + 0.2 / recall), 10);
      }),
    );
  });

  it('weighs precision over recall with a beta of one half, and not at all with 1', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        fc.pre(one > other + 1e-6);
        expect(fScore(one, other, 0.5)).toBeGreaterThan(fScore(other, one, 0.5));
        expect(fScore(one, other, 1)).toBeCloseTo(fScore(other, one, 1), 12);
      }),
    );
  });

  it('never falls where precision or recall grows', () => {
    fc.assert(
      fc.property(share, share, share, (precision, recall, more) => {
        // Rounding may take a last digit.
        const rise = (found: number, before: number) => expect(found - before).toBeGreaterThanOrEqual(-1e-12);
        rise(fScore(Math.min(1, precision + more), recall, 0.5), fScore(precision, recall, 0.5));
        rise(fScore(precision, Math.min(1, recall + more), 0.5), fScore(precision, recall, 0.5));
      }),
    );
  });
});

describe('probabilitySkill', () => {
  it('is 1 without error, 0 for always predicting the share, and negative for worse', () => {
    expect(probabilitySkill(0, 0.3)).toBe(1);
    // Saying .3 each time: .7 * .3^2 + .3 * .7^2 = .21.
    expect(probabilitySkill(0.7 * 0.09 + 0.3 * 0.49, 0.3)).toBeCloseTo(0, 12);
    expect(probabilitySkill(0.42, 0.3)).toBeCloseTo(-1, 12);
  });

  it('is never above 1, falls with the error, and gives any constant guess 0 at best', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), share, (sought, others, guess) => {
        const all = sought + others;
        const error = (sought * (1 - guess) ** 2 + others * guess ** 2) / all;
        const skill = probabilitySkill(error, sought / all) ?? 9;

        expect(skill).toBeLessThanOrEqual(1e-12);
        expect(probabilitySkill(error / 2, sought / all)).toBeGreaterThan(skill);
        expect(probabilitySkill(error / 2, sought / all)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([0, 1])('is undefined where all are of one kind (%d)', (share) => {
    expect(probabilitySkill(0.1, share)).toBeUndefined();
  });
});
