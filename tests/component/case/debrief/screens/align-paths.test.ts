import { describe, expect, it } from 'vitest';
import { alignPaths } from '#case/debrief/screens/align-paths.ts';
import { act, decision, MODEL } from '../../../../support/case/debrief/example-report.ts';

const rowsOf = (path: Parameters<typeof alignPaths>[0]) =>
  alignPaths(path, MODEL).map(({ you, model, same }) => [you?.option ?? '-', model?.option ?? '-', same]);

describe('alignPaths', () => {
  it('puts a late act into a row of its own', () => {
    const path = [act('talk'), decision('d1', 'a', 'good'), decision('d2', 'a', 'good'), act('tell'), act('keep')];
    expect(rowsOf(path)).toEqual([
      ['-', 'keep', false],
      ['-', 'ask', false],
      ['talk', 'talk', true],
      ['a', 'a', true],
      ['a', 'a', true],
      ['tell', 'tell', true],
      ['keep', '-', false],
    ]);
  });

  it('keeps one decision with two answers in one row, and never two acts', () => {
    expect(rowsOf([act('tell'), decision('d1', 'b', 'harmful')])).toEqual([
      ['tell', '-', false],
      ['-', 'keep', false],
      ['-', 'ask', false],
      ['-', 'talk', false],
      ['b', 'a', false],
      ['-', 'a', false],
      ['-', 'tell', false],
    ]);
  });

  it('numbers the steps of each path separately', () => {
    const path = [act('talk'), decision('d1', 'a', 'good'), act('keep')];
    const counted = alignPaths(path, MODEL).map(({ step, modelStep }) => [step, modelStep]);

    expect(counted).toEqual([
      [undefined, 1],
      [undefined, 2],
      [1, 3],
      [2, 4],
      [3, undefined],
      [undefined, 5],
      [undefined, 6],
    ]);
  });

  it('numbers the rows and keeps every step', () => {
    const rows = alignPaths([], MODEL);
    expect(rows.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rows.every(({ you }) => you === undefined)).toBe(true);
  });
});
