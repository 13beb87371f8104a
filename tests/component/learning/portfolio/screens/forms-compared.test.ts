import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { PortfolioEntry } from '#learning/portfolio/model/portfolio-entry.ts';
import FormsCompared from '#learning/portfolio/screens/FormsCompared.svelte';
import { KINDS } from '../../../../support/builders/kinds.ts';

const played = (place: 'before' | 'after', rows: number, money: number): PortfolioEntry => ({
  attempt: place,
  scenario: place,
  title: `The room, ${place}`,
  state: 'done',
  day: place === 'before' ? '2031-03-01' : '2031-04-01',
  language: 'en',
  retry: false,
  result: {
    schema: 'result/1',
    attempt: place,
    scenario: place,
    scenarioHash: 'h',
    marketId: 'm',
    generatorVersion: 1,
    keyVersion: 1,
    redLine: false,
    criteria: [
      { id: 'courtroom.rows', raw: rows, min: 2, max: 20, scaled: 0.3, evidence: [] },
      { id: 'courtroom.items.money', raw: money, min: 1, max: 2, scaled: 0, evidence: [] },
    ],
    calibration: [],
  },
  parts: [{ form: { pair: 'room', place } }],
});
const rows = () => screen.getAllByRole('row').map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim());

describe('the forms before and after', () => {
  it('are compared part by part with the meaning of each difference, without a total', () => {
    render(FormsCompared, { kinds: KINDS, entries: [played('before', 10, 0), played('after', 12, 2)] });
    const [head, matrix, money, ...others] = rows();

    expect(head).toMatch(/Before ?The room, before, 2031-03-01 .*After ?The room, after, 2031-04-01/);
    expect(matrix).toMatch(/^Rows of the matrix10 of 20 .*\)12 of 20 .*No clear change$/);
    expect(money).toMatch(/^Questions: money0 of 2 .*\)2 of 2 .*Too few points to tell$/);
    expect(others).toEqual([]);
    expect(within(document.body).getByText(/not yet proved alike/)).toBeTruthy();
  });

  it('are not shown while only one of them was played', () => {
    render(FormsCompared, { kinds: KINDS, entries: [played('before', 10, 0)] });

    expect(screen.queryByRole('table')).toBeNull();
  });
});
