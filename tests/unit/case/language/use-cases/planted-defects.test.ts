import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';
import { loadRich, RICH_FILES, RICH_KEY, RICH_SCENARIO, richIssues } from '../../../../support/builders/rich-case.ts';
import { placeIn, type Slip, slipped } from '../../../../support/library/a-broken-project.ts';
import { IN_KEY, IN_WAYS, IN_WORDS } from '../../../../support/library/defects-in-play.ts';
import { IN_SHAPE } from '../../../../support/library/defects-in-shape.ts';

const DEFECTS = [
  ...[...IN_SHAPE, ...IN_WAYS, ...IN_WORDS].map((slip) => ({ ...slip, file: RICH_FILES.scenario })),
  ...IN_KEY.map((slip) => ({ ...slip, file: RICH_FILES.key })),
];
const TEXTS = { [RICH_FILES.scenario]: RICH_SCENARIO, [RICH_FILES.key]: RICH_KEY };

const textOf = (file: string) => TEXTS[file] ?? '';
const withSlips = (text: string, slips: readonly Slip[]) => slips.reduce(slipped, text);

describe('a case that uses every feature of the language', () => {
  it('has no error and no warning', () => {
    expect(richIssues().map(printIssue)).toEqual([]);
  });

  it('has the figures counted by hand', () => {
    const loaded = loadRich();
    const figures = loaded.ok ? loaded.value.figures : undefined;

    // The police: read and wait in either order, the wait rung off or not; for each calm and tense evening the choices
    // of "again". The line: the choices of a calm evening alone.
    const again = { calm: 3, tense: 4 };
    const ends = 2;
    const pathsAfter = (calls: number) => 2 * calls + ends;
    const expected = 2 * pathsAfter(again.calm) + 2 * pathsAfter(again.tense) + pathsAfter(again.calm);

    expect(figures?.paths).toBe(String(expected));
    expect(figures?.score).toMatchObject({ best: 1, worst: 0, exact: true });
  });
});

describe('a case with one defect', () => {
  it('is tested with at least forty defects', () => {
    expect(DEFECTS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(DEFECTS.flatMap(({ codes }) => codes)).size).toBeGreaterThanOrEqual(35);
  });

  it.each(DEFECTS)('gets exactly this issue at its position: $slip', ({ file, ...slip }) => {
    const text = slipped(textOf(file), slip);

    const issues = richIssues({ [file]: text });
    const [line = ''] = issues.map(printIssue);

    expect(issues.map(({ code }) => code)).toEqual(slip.codes);
    expect(line.startsWith(`${placeIn(file, text, slip)} ${slip.codes[0]} `), line).toBe(true);
    expect(line).toMatch(/^\S+:\d+:\d+ [a-z-]+\.[a-z-]+ .+[.?] [A-Z][^{}]+\.$/);
    if (slip.says) expect(line).toContain(slip.says);
  });
});

describe('a case with several defects', () => {
  /** Defects that stand beside each other: none is a consequence of another, and none hides another. */
  const groups = [IN_SHAPE, IN_WAYS, IN_WORDS].map((slips) => slips.filter(({ alone }) => !alone));

  it.each(groups)('gets all of them reported at once', (...slips) => {
    fc.assert(
      fc.property(fc.subarray(slips, { minLength: 2, maxLength: 4 }), (chosen) => {
        const issues = richIssues({ [RICH_FILES.scenario]: withSlips(RICH_SCENARIO, chosen) });

        expect(issues.map(({ code }) => code).sort()).toEqual(chosen.flatMap(({ codes }) => codes).sort());
      }),
      { numRuns: 25 },
    );
  });

  it('gets faults in story and key reported together', () => {
    const story = IN_WAYS.find(({ slip }) => slip.startsWith('a scene that nothing leads to')) as Slip;
    const answer = IN_KEY.find(({ slip }) => slip.startsWith('an option without a rating')) as Slip;

    const issues = richIssues({
      [RICH_FILES.scenario]: slipped(RICH_SCENARIO, story),
      [RICH_FILES.key]: slipped(RICH_KEY, answer),
    });

    expect(issues.map(({ code, position }) => [position?.file, code])).toEqual([
      [RICH_FILES.key, 'key.option-without-rating'],
      [RICH_FILES.scenario, 'scenario.unreachable-state'],
    ]);
  });
});
