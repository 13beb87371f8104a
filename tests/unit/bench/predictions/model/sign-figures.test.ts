import { describe, expect, it } from 'vitest';
import { aTruth, reportOf } from '../../../../support/bench/predictions/any-market.ts';

const label = (kind: 'sign' | 'trap' | 'cue', indicator: string) => ({ kind, indicator });

const TRUTH = [
  aTruth('1', {
    control: 'controlled',
    labels: [label('sign', 'same-room'), label('sign', 'same-room'), label('sign', 'shared-phone')],
  }),
  aTruth('2', { labels: [label('trap', 'shared-phone'), label('cue', 'own-screening'), label('sign', 'same-room')] }),
  aTruth('3', { labels: [] }),
];
const named = (...indicators: readonly (readonly string[])[]) =>
  indicators.map((signs, n) => ({ ad: `${n + 1}`, probability: 0.5, indicators: [...signs] }));

describe('signs that a tool names', () => {
  const report = reportOf(
    TRUTH,
    named(['same-room', 'same-room'], ['shared-phone', 'own-screening'], ['coercion-slip']),
  );

  it('are compared with planted ones once per ad: a trap is wrong, a cue does not count', () => {
    // Planted 3 (one sign stands twice in ad 1), named 3, right 1.
    expect(report.figures['sign-precision']).toMatchObject({ value: 1 / 3, n: 3 });
    expect(report.figures['sign-recall']).toMatchObject({ value: 1 / 3, n: 3 });
    expect(report.figures['sign-f05']?.value).toBeCloseTo(1 / 3, 12);
  });

  it('are listed sign by sign', () => {
    expect(report.signs).toEqual([
      { indicator: 'coercion-slip', planted: 0, named: 1, right: 0, trapped: 0, precision: 0 },
      {
        indicator: 'same-room',
        planted: 2,
        named: 1,
        right: 1,
        trapped: 0,
        precision: 1,
        recall: 0.5,
        f05: 1.25 / 1.5,
      },
      { indicator: 'shared-phone', planted: 1, named: 1, right: 0, trapped: 1, precision: 0, recall: 0, f05: 0 },
    ]);
  });

  it('weigh precision over recall', () => {
    const careful = reportOf(TRUTH, named(['same-room'], [], []));
    const hasty = reportOf(TRUTH, named(['same-room', 'shared-phone', 'a', 'b'], ['same-room', 'a', 'b'], ['a', 'b']));

    // P 1, R 1/3 against P 1/3, R 1: 1.25 P R / (0.25 P + R).
    expect(careful.figures['sign-f05']?.value).toBeCloseTo(1.25 / 3 / (0.25 + 1 / 3), 12);
    expect(hasty.figures['sign-f05']?.value).toBeCloseTo(1.25 / 3 / (0.25 / 3 + 1), 12);
  });

  it('are left out of the report of a tool that names none', () => {
    const silent = reportOf(
      TRUTH,
      TRUTH.map(({ ad }) => ({ ad, probability: 0.5 })),
    );

    expect(silent).not.toHaveProperty('signs');
    expect(Object.keys(silent.figures).filter((name) => name.startsWith('sign'))).toEqual([]);
  });
});
