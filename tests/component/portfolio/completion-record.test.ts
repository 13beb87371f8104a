import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { PortfolioEntry } from '#core/portfolio/portfolio-entry.ts';
import CompletionRecord from '#ui/portfolio/CompletionRecord.svelte';
import messages from '#words/portfolio.json' with { type: 'json' };

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
};
const show = (entries: readonly PortfolioEntry[]) =>
  render(CompletionRecord, {
    entries,
    lessons: [lesson, { ...lesson, id: 't1', title: 'Safely', answered: 3 }],
    today: '2031-03-12',
    onprint: () => {},
  });
const sheet = () => within(screen.getByRole('article'));

describe('the record of what was done', () => {
  it('has the last attempt at each exercise with day, language, version and own marks, and no sum of them', () => {
    show([entry('a1', 'a', '2031-03-01'), entry('b1', 'b', '2031-03-02'), entry('a2', 'a', '2031-03-03')]);
    const rows = sheet().getAllByRole('row').slice(1);

    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['Case b', 'Case a']);
    expect(rows[1]?.textContent).toMatch(/2031-03-03.*en.*text 01234567, key 3, generator 7.*5.*best: 8/s);
    expect(sheet().queryByText(/total|sum|average/i)).toBeNull();
  });

  it('names only lessons whose every question has an answer', () => {
    show([]);

    expect(sheet().getByText(/Ten questions \(2031-03-01; 4 of 5/)).toBeTruthy();
    expect(sheet().queryByText(/Safely/)).toBeNull();
  });

  it('never holds more attempts than its page, and takes a choice away', async () => {
    show(Array.from({ length: 12 }, (_, n) => entry(`x${n}`, `x${n}`, `2031-03-${String(n + 1).padStart(2, '0')}`)));
    const count = () => sheet().getAllByRole('row').length - 1;
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
