import { describe, expect, it } from 'vitest';
import type { PredictionRow } from '#bench/predictions/model/schemas.ts';
import { scorePredictions } from '#bench/predictions/model/score-predictions.ts';
import { aTruth, MARKET, reportOf } from '../../../../support/bench/predictions/any-market.ts';

const TRUTH = Array.from({ length: 40 }, (_, n) =>
  aTruth(`ad-${String(n).padStart(4, '0')}`, {
    control: n < 20 ? 'controlled' : 'none',
    groups: { language: 'Orlish' },
  }),
);
/** A row for each ad, in rows 2 to 41 of a file. */
const ROWS: readonly PredictionRow[] = TRUTH.map(({ ad }, n) => ({ ad, probability: n < 20 ? 0.8 : 0.3, row: n + 2 }));
const without = (count: number) => ROWS.slice(0, ROWS.length - count);

const issuesOf = (rows: readonly PredictionRow[], missing: 'zero' | 'leave-out' = 'leave-out') => {
  const scored = scorePredictions(TRUTH, rows, { ...MARKET, missing });
  return scored.ok ? [] : scored.issues.map(({ code, params }) => ({ code, params }));
};

describe('ads without a row', () => {
  it('are left out and counted up to one in twenty', () => {
    const report = reportOf(TRUTH, without(2));

    expect(report.counts).toMatchObject({ scored: 38, missing: 2 });
    expect(report.figures.specificity?.n).toBe(18);
    expect(report.notes).toContainEqual({ code: 'prediction.missing-ads', params: { missing: 2, ads: 40 } });
  });

  it('forbid scoring where they are more', () => {
    expect(issuesOf(without(3))).toEqual([
      { code: 'prediction.too-many-missing', params: { missing: 3, ads: 40, most: 5 } },
    ]);
  });

  it('count as not flagged on request', () => {
    const mine = reportOf(TRUTH, ROWS.slice(10), { missing: 'zero' });

    expect(mine.counts).toMatchObject({ scored: 40, missing: 10 });
    expect(mine.confusion).toEqual({ hits: 10, misses: 10, falseAlarms: 0, correctRejections: 20 });
    expect(mine.figures.auc?.value).toBe(0.5);
    expect(mine.notes).toContainEqual({ code: 'prediction.missing-as-zero', params: { missing: 10, ads: 40 } });
  });
});

describe('rows about ads that the market does not have', () => {
  it('are listed and change nothing', () => {
    const report = reportOf(TRUTH, [
      ...ROWS,
      { ad: '9001', probability: 1, row: 42 },
      { ad: 'x', probability: 0, row: 43 },
    ]);

    expect(report.figures).toEqual(reportOf(TRUTH, ROWS).figures);
    expect(report.counts.unknown).toBe(2);
    expect(report.notes).toContainEqual({ code: 'prediction.unknown-ads', params: { rows: '42, 43' } });
  });

  it.each(['7', '0007', '7.0', 'ad-7'])('are explained where a table program read the id as the number %s', (ad) => {
    expect(issuesOf([...ROWS.slice(1), { ad, probability: 0.8, row: 42 }])).toEqual([
      { code: 'prediction.id-as-number', params: { rows: '42', ad, suggestion: 'ad-0007' } },
    ]);
  });

  it('are explained by that alone where all ids were read as numbers', () => {
    const numbers = ROWS.map((row) => ({ ...row, ad: `${Number(row.ad.slice(3))}.0` }));

    for (const missing of ['leave-out', 'zero'] as const)
      expect(issuesOf(numbers, missing).map(({ code }) => code)).toEqual(['prediction.id-as-number']);
  });

  it('forbid scoring where there are no others, in any mode for missing ads', () => {
    const strangers = [{ ad: '9001', probability: 1 }];

    for (const missing of ['leave-out', 'zero'] as const)
      expect(issuesOf(strangers, missing)).toEqual([
        { code: 'prediction.unknown-ads', params: { rows: '1' } },
        { code: 'prediction.no-match', params: {} },
      ]);
  });

  it('are listed up to ten', () => {
    const strangers = Array.from({ length: 12 }, (_, n) => ({ ad: `x${n}`, probability: 0, row: 50 + n }));
    const { notes } = reportOf(TRUTH, [...ROWS, ...strangers]);

    expect(notes.find(({ code }) => code === 'prediction.unknown-ads')?.params).toEqual({
      rows: '50, 51, 52, 53, 54, 55, 56, 57, 58, 59 … (+2)',
    });
  });
});

describe('two rows about one ad', () => {
  it('count once where they say the same', () => {
    const report = reportOf(TRUTH, [...ROWS, { ad: 'ad-0003', probability: 0.8, row: 42 }]);

    expect(report.figures).toEqual(reportOf(TRUTH, ROWS).figures);
    expect(report.notes).toContainEqual({ code: 'prediction.repeated-rows', params: { rows: '42' } });
  });

  it.each([
    ['probability', { probability: 0.81 }],
    ['cluster', { cluster: 'a' }],
    ['signs', { indicators: ['same-room'] }],
  ])('forbid scoring where they differ in %s', (_, other) => {
    expect(issuesOf([...ROWS, { ad: 'ad-0003', probability: 0.8, ...other, row: 42 }])).toEqual([
      { code: 'prediction.contradiction', params: { row: 42, first: 5, ad: 'ad-0003' } },
    ]);
  });

  it('are all reported at once, together with other reasons against scoring', () => {
    const rows = [
      ...without(3),
      { ad: 'ad-0001', probability: 0, row: 42 },
      { ad: 'ad-0002', probability: 0, row: 43 },
    ];

    expect(issuesOf(rows).map(({ code }) => code)).toEqual([
      'prediction.contradiction',
      'prediction.contradiction',
      'prediction.too-many-missing',
    ]);
  });
});
