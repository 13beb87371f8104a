import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import CheckedReport from '#case/checking/screens/CheckedReport.svelte';
import { scoreBins } from '#case/checking/screens/score-bins.ts';
import type { CheckReport } from '#case/checking/use-cases/check-report.ts';
import { ABOUT_WORDS_OF_ALL } from '#kinds/shipped/screens/about-words.ts';

const REPORT: CheckReport = {
  schema: 'key-check/1',
  scenario: 'example',
  findings: [],
  checks: [
    { id: 'loops', made: true, found: 0 },
    { id: 'key', made: true, found: 1 },
    { id: 'pass-mark', made: false, found: 0 },
  ],
  figures: {
    situations: 1483,
    paths: '20399310723000000000',
    decisions: ['D01'],
    score: {
      best: 1,
      median: 0.25,
      worst: 0,
      exact: false,
      shares: [
        { scaled: 0, share: 0.4 },
        { scaled: 0.25, share: 0.5995 },
        { scaled: 1, share: 0.0005 },
      ],
    },
  },
  coverage: [
    { decision: 'D01', states: ['word', 'again'] },
    { decision: 'D02', states: [] },
  ],
};
const TITLES = { word: 'The first word', again: 'Once more' };
const part = (name: string) => within(screen.getByRole('region', { name }));
const rendered = (changes: Partial<CheckReport> = {}, show = vi.fn()) => {
  render(CheckedReport, { report: { ...REPORT, ...changes }, titles: TITLES, show, words: ABOUT_WORDS_OF_ALL });
  return show;
};

describe('CheckedReport', () => {
  it('shows a finding as sentence and cure with its position, and links to its state', async () => {
    const show = rendered({
      findings: [
        {
          issue: {
            code: 'key.option-without-rating',
            severity: 'error',
            path: [],
            params: { option: 'd', state: 'word' },
            position: { file: 'scenarios/example/key.yaml', line: 12, column: 3 },
          },
          state: 'word',
        },
      ],
    });
    const findings = part('Findings');
    expect(findings.getByText('Errors: 1. Warnings: 0.')).toBeTruthy();
    expect(findings.getByText('The option "d" of "word" has no rating. Add one.')).toBeTruthy();
    expect(findings.getByText('scenarios/example/key.yaml, line 12')).toBeTruthy();
    await fireEvent.click(findings.getByRole('button', { name: 'Show it in the drawing' }));
    expect(show).toHaveBeenCalledExactlyOnceWith('word');
  });

  it('lists each check with its findings, and those that did not apply', () => {
    rendered();
    const cells = part('What was checked')
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.lastElementChild?.textContent);
    expect(cells.map((cell) => cell?.trim())).toEqual(['nothing found', '1 finding', 'no cause for it in this case']);
    expect(part('Findings').getByText(/Nothing found/)).toBeTruthy();
  });

  it('shows the figures of the paths in words, and as a chart with a table', () => {
    rendered();
    const figures = part('What the case comes to');
    expect(figures.getByText(/^1,483: /)).toBeTruthy();
    expect(figures.getByText('20,399,310,723,000,000,000 different ways from the beginning to an end.')).toBeTruthy();
    expect(figures.getByText(/100 of 100 at best, 25 in the middle, 0 at worst/).textContent).toMatch(/rounded/);
    expect(figures.getByRole('img', { name: /Most of them, 60 %, lie from 20 to 30\./ })).toBeTruthy();
    const row = (name: string) => figures.getByRole('rowheader', { name, hidden: true }).closest('tr')?.textContent;
    expect(row('from 0 to 10')).toMatch(/40 %/);
    expect(row('from 90 to 100')).toMatch(/less than 0\.1 %/);
  });

  it('names the figures that it could not compute', () => {
    rendered({ figures: { situations: 3, decisions: [] } });
    const figures = part('What the case comes to');
    expect(figures.getByText(/cannot be counted/)).toBeTruthy();
    expect(figures.getByText(/more paths than can be told apart/)).toBeTruthy();
    expect(figures.queryByRole('img')).toBeNull();
  });

  it('lists the catalogue decisions that the case covers, with their states, and those it does not', () => {
    rendered();
    const coverage = part('Decisions of the catalogue');
    expect(coverage.getByText(/^1 of 2 entries/)).toBeTruthy();
    expect(coverage.getByText('The first word; Once more')).toBeTruthy();
    expect(coverage.getByText('Not in this case: D02.')).toBeTruthy();
  });
});

describe('scoreBins', () => {
  it('counts every path, and a score on a boundary in the upper bin', () => {
    const shares = [0, 0.1, 0.3, 0.7, 1].map((scaled) => ({ scaled, share: 0.2 }));
    const bins = scoreBins(shares);
    expect(bins.map(({ share }) => Math.round(share * 10))).toEqual([2, 2, 0, 2, 0, 0, 0, 2, 0, 2]);
    expect(bins.at(-1)).toMatchObject({ from: 90, to: 100 });
  });
});
