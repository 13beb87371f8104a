import { describe, expect, it } from 'vitest';
import { changeOf, compareForms } from '#learning/portfolio/model/compare-forms.ts';
import type { PortfolioEntry } from '#learning/portfolio/model/portfolio-entry.ts';

const played = (attempt: string, place: 'before' | 'after', more: Partial<PortfolioEntry> = {}): PortfolioEntry => ({
  attempt,
  scenario: place,
  title: place,
  state: 'done',
  day: '2031-03-01',
  language: 'en',
  retry: false,
  result: {
    schema: 'result/1',
    attempt,
    scenario: place,
    scenarioHash: 'h',
    marketId: 'm',
    generatorVersion: 1,
    keyVersion: 1,
    redLine: false,
    criteria: [
      { id: 'rows', raw: 5, min: 2, max: 11, scaled: 0.3, evidence: [] },
      { id: 'money', raw: 1, min: 1, max: 2, scaled: 0, evidence: [] },
    ],
    calibration: [],
  },
  parts: [{ form: { pair: 'room', place } }],
  ...more,
});
const marks = (raw: number, max: number) => ({ raw, max });

describe('two forms', () => {
  it('are compared part by part, by the first attempt of each that is not a retry', () => {
    const [pair, ...others] = compareForms([
      played('b0', 'before', { retry: true }),
      played('b1', 'before'),
      played('b2', 'before'),
      played('a1', 'after'),
    ]);

    expect(others).toEqual([]);
    expect([pair?.before.attempt, pair?.after.attempt]).toEqual(['b1', 'a1']);
    expect(pair?.rows.map(({ id }) => id)).toEqual(['rows', 'money']);
    expect(Object.keys(pair ?? {})).not.toContain('total');
  });

  it('are not compared while one is not ended, is of another version, or belongs to another pair', () => {
    const other = played('a1', 'after', { parts: [{ form: { pair: 'other', place: 'after' } }] });

    expect(compareForms([played('b1', 'before')])).toEqual([]);
    expect(compareForms([played('b1', 'before'), played('a1', 'after', { state: 'begun' })])).toEqual([]);
    expect(compareForms([played('b1', 'before', { state: 'other-version' }), played('a1', 'after')])).toEqual([]);
    expect(compareForms([played('b1', 'before'), other])).toEqual([]);
  });
});

describe('the meaning of a difference', () => {
  // By hand: p = (10 + 12 + 1) / 42 = 0.548, error = √(0.548 · 0.452 · 0.1) = 0.157; the shares differ by 0.1.
  it('is unclear below one standard error', () => {
    expect(changeOf(marks(10, 20), marks(12, 20))).toBe('no-clear-change');
    expect(changeOf(marks(12, 20), marks(10, 20))).toBe('no-clear-change');
  });

  // p = (10 + 14 + 1) / 42 = 0.595, error = √(0.595 · 0.405 · 0.1) = 0.155; the shares differ by 0.2.
  it('is more than one standard error above it', () => {
    expect(changeOf(marks(10, 20), marks(14, 20))).toBe('apart');
  });

  it('is not given for few points, and unclear for two perfect or two empty marks', () => {
    expect(changeOf(marks(0, 4), marks(4, 4))).toBe('few');
    expect(changeOf(marks(20, 20), marks(20, 20))).toBe('no-clear-change');
    expect(changeOf(marks(-3, 20), marks(0, 20))).toBe('no-clear-change');
  });
});
