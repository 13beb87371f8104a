import { describe, expect, it } from 'vitest';
import { checkLengths, type DecisionOfCase, measureLengths } from '#case/checking/model/check-lengths.ts';
import type { Rating } from '#case/scoring/model/schemas.ts';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';

const RATINGS: readonly Rating[] = ['good', 'acceptable', 'harmful', 'red'];

/** A decision whose options have these lengths, rated good, acceptable, harmful and red in this order. */
function aDecision(n: number, lengths: readonly number[]): DecisionOfCase {
  const options = lengths.map((length, place) => ({
    id: 'abcd'[place] ?? '',
    text: 'x'.repeat(length),
    minutes: 5,
    then: 'It is done.',
    next: 'end',
    rating: RATINGS[place] ?? 'red',
  }));
  return { case: n % 2 === 0 ? 'even' : 'odd', id: `d${n}`, path: ['states', `d${n}`], principle: 'P.', options };
}

/** Every rating is each of the four lengths as often as any other. */
const TURNS = [
  [40, 50, 60, 70],
  [70, 40, 50, 60],
  [60, 70, 40, 50],
  [50, 60, 70, 40],
];
const turned = (count: number) => Array.from({ length: count }, (_, n) => aDecision(n, TURNS[n % 4] ?? []));
const planted = (decisions: readonly DecisionOfCase[], share: number, lengths: readonly number[]) =>
  decisions.map((decision, n) => (n < share * decisions.length ? aDecision(n, lengths) : decision));

describe('the lengths of the options of many decisions', () => {
  it('cause no warning where each rating is as often short as long', () => {
    expect(measureLengths(turned(20))).toEqual({
      decisions: 20,
      options: 80,
      longest: 5,
      shortest: 5,
      correlation: 0,
    });
    expect(checkLengths(turned(20))).toEqual([]);
  });

  it.each([
    ['longest', [70, 40, 60, 65]],
    ['shortest', [40, 70, 50, 45]],
  ] as const)('tell where the good option is the %s in more than four of ten', (how, lengths) => {
    // Eight of twenty are four of ten; the turned ones add one of four of the rest.
    const [issue] = checkLengths(planted(turned(20), 0.35, lengths));
    const most = checkLengths(planted(turned(20), 0.2, lengths));

    expect(issue).toMatchObject({
      code: 'cases.lengths-of-good-tell',
      severity: 'warning',
      params: { how, of: 20 },
    });
    expect(Number(issue?.params.count)).toBeGreaterThan(8);
    expect(most).toEqual([]);
  });

  it.each([
    ['longer', [60, 65, 40, 40]],
    ['shorter', [50, 45, 70, 70]],
  ] as const)(
    'tell where the better options are the %s ones, though none of the good ones stands at an end',
    (how, lengths) => {
      const decisions = turned(20).map((_, n) => aDecision(n, lengths));

      const issues = checkLengths(decisions);

      expect(measureLengths(decisions)).toMatchObject({ longest: 0, shortest: 0 });
      expect(issues.map(({ code, params }) => [code, params.how])).toEqual([['cases.lengths-follow-ratings', how]]);
    },
  );

  it('cause a warning with figures and the decisions to fix first', () => {
    const [edge = '', rank = ''] = checkLengths(planted(turned(20), 1, [70, 60, 50, 40])).map(printIssue);

    expect(edge).toMatch(/the longest in 20 of 20 decisions.+first in even\/d0, odd\/d1, .+ and 15 more\.$/);
    expect(rank).toMatch(/is 1\.00, and from 0\.15 on the length tells\. Make some good options shorter/);
  });

  it('cause no warning in one case or in few decisions', () => {
    const telling = planted(turned(20), 1, [70, 60, 50, 40]);

    expect(checkLengths(telling.map((decision) => ({ ...decision, case: 'even' })))).toEqual([]);
    expect(checkLengths(telling.slice(1))).toEqual([]);
  });
});
