import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { PortfolioEntry } from '#learning/portfolio/model/portfolio-entry.ts';
import CompletionRecord from '#learning/portfolio/screens/CompletionRecord.svelte';
import type { LessonAnswers } from '#learning/track/model/lesson-answers.ts';
import messages from '#words/learning/portfolio.json' with { type: 'json' };
import { KINDS } from '../../../../support/builders/kinds.ts';

const entry = (attempt: string, scenario: string, day: string): PortfolioEntry => ({
  attempt,
  scenario,
  title: `Case ${scenario}`,
  state: 'done',
  day,
  language: 'en',
  retry: false,
  result: {
    schema: 'result/1',
    attempt,
    scenario,
    scenarioHash: '0123456789abcdef',
    marketId: 'm',
    generatorVersion: 7,
    keyVersion: 3,
    redLine: false,
    criteria: [{ id: 'outreach.decisions', raw: 5, min: 0, max: 8, scaled: 0.625, evidence: [] }],
    calibration: [],
  },
  parts: [],
});
const lesson = {
  id: 'j1',
  title: 'Ten questions',
  questions: 5,
  answered: 5,
  rightAtFirst: 4,
  again: 1,
  day: '2031-03-01',
  fromFile: 0,
};
const show = (entries: readonly PortfolioEntry[], lessons: readonly LessonAnswers[] = [lesson]) =>
  render(CompletionRecord, {
    kinds: KINDS,
    entries,
    lessons,
    ticks: [{ path: 'evidence/drill/', title: 'The drill', day: '2031-03-02', fromFile: true }],
    today: '2031-03-12',
    onprint: () => {},
  });
const sheet = () => within(screen.getByRole('article'));

describe('the record of what was done', () => {
  it('has the last attempt at each exercise with day, language, version and own marks, and no sum of them', () => {
    show([entry('a1', 'a', '2031-03-01'), entry('b1', 'b', '2031-03-02'), entry('a2', 'a', '2031-03-03')]);
    const rows = sheet().getAllByRole('row').slice(1, 3);

    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      'Case b Ended.',
      'Case a Ended.',
    ]);
    expect(rows[1]?.textContent).toMatch(/2031-03-03.*en.*text 01234567, key 3, generator 7.*5.*best: 8/s);
    expect(sheet().queryByText(/total|sum|average/i)).toBeNull();
  });

  it('has a row for each lesson, also where only some questions are answered, and the ticks', () => {
    show([], [lesson, { ...lesson, id: 't1', title: 'Safely', answered: 3, rightAtFirst: 2 }]);
    const cells = (name: string) =>
      [...(sheet().getByRole('rowheader', { name }).closest('tr')?.cells ?? [])].map(({ textContent }) => textContent);

    expect(cells('Ten questions')).toEqual(['Ten questions', '2031-03-01', '5 of 5', '4 of 5']);
    expect(cells('Safely')).toEqual(['Safely', '2031-03-01', '3 of 5', '2 of 3']);
    expect(sheet().getByText(/The drill, 2031-03-02/)).toBeTruthy();
  });

  it('says which lines came from a file, and names the site', () => {
    show(
      [{ ...entry('a1', 'a', '2031-03-01'), fromFile: true }, entry('b1', 'b', '2031-03-02')],
      [{ ...lesson, fromFile: 4 }],
    );
    const row = (name: RegExp) => sheet().getByRole('rowheader', { name }).textContent;

    expect(row(/Case a/)).toContain('Brought to this device in a file.');
    expect(row(/Case b/)).not.toContain('file');
    expect(sheet().getByRole('columnheader', { name: 'From a file' })).toBeTruthy();
    expect(sheet().getByText('4 of 6')).toBeTruthy();
    expect(sheet().getByText(/The drill.*in a file/)).toBeTruthy();
    expect(sheet().getByText(/Checkathon/)).toBeTruthy();
  });

  it('says of each attempt how much of it was handled', () => {
    const counts = [
      { id: 'courtroom.rows', n: 0, of: 8 },
      { id: 'courtroom.rulings', n: 0, of: 1 },
    ];
    show([{ ...entry('a1', 'a', '2031-03-01'), handled: { decisions: 0, exercises: [{ state: 'file', counts }] } }]);

    const said = sheet().getByRole('rowheader', { name: /Case a/ }).textContent;
    expect(said).toMatch(/Ended\..*Rows of the matrix decided: 0 of 8.*Motions with a signed ruling: 0 of 1/s);
  });

  it('never holds more attempts than its page, and takes a choice away', async () => {
    show(Array.from({ length: 12 }, (_, n) => entry(`x${n}`, `x${n}`, `2031-03-${String(n + 1).padStart(2, '0')}`)));
    const count = () => sheet().getAllByRole('rowheader', { name: /^Case/ }).length;
    expect(count()).toBe(8);

    const [off] = screen.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).disabled);
    expect(off).toBeDefined();
    const [on] = screen.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).checked);
    await fireEvent.click(on as HTMLElement);
    expect(count()).toBe(7);
  });

  it('says that keys are provisional and the work unsupervised, and claims no skill', () => {
    show([]);

    expect(sheet().getByText(/provisional/)).toBeTruthy();
    expect(sheet().getByText(/unsupervised/)).toBeTruthy();
    expect(Object.values(messages).join(' ')).not.toMatch(/compet|certif|qualif|\bpass(?:ed|es)?\b|diploma|expert in/i);
  });
});
