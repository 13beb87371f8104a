import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { PortfolioEntry } from '#learning/portfolio/model/portfolio-entry.ts';
import PortfolioView from '#learning/portfolio/screens/PortfolioView.svelte';
import { KINDS } from '../../../../support/builders/kinds.ts';

const DAY = '2031-03-12';
const attempt = (number: number): PortfolioEntry => ({
  attempt: `a${number}`,
  scenario: 'mill',
  title: 'The mill',
  number,
  state: 'done',
  day: DAY,
  language: 'en',
  retry: false,
  result: {
    schema: 'result/1',
    attempt: `a${number}`,
    scenario: 'mill',
    scenarioHash: '0123456789abcdef',
    marketId: 'm',
    generatorVersion: 7,
    keyVersion: 3,
    redLine: false,
    criteria: [{ id: 'courtroom.rows', raw: 5, min: 0, max: 8, scaled: 0.625, evidence: [] }],
    calibration: [],
  },
  parts: [{ texts: [{ title: 'Ruling', paragraphs: ['So.'] }], views: [{ about: 'Act', first: 10, last: 20 }] }],
});

describe('two attempts at one case on one day', () => {
  it('have two names in every part of the portfolio and on the record', () => {
    const { container } = render(PortfolioView, {
      kinds: KINDS,
      entries: [attempt(1), attempt(2)],
      lessons: [],
      ticks: [],
      today: DAY,
      base: '/',
      onprint: () => {},
    });
    const named = (role: string, name: RegExp) =>
      screen.getAllByRole(role, { name }).map(({ textContent }) => textContent.trim());

    expect(named('columnheader', /^Attempt \d, 2031-03-12$/)).toEqual([`Attempt 1, ${DAY}`, `Attempt 2, ${DAY}`]);
    expect(named('heading', /^The mill, attempt/)).toEqual([
      `The mill, attempt 1, ${DAY}`,
      `The mill, attempt 2, ${DAY}`,
    ]);
    expect(screen.getAllByRole('checkbox', { name: /^The mill, attempt \d, 2031-03-12$/ })).toHaveLength(2);
    expect(container.querySelector('.record-sheet')?.textContent).toContain('The mill, attempt 2');
  });
});
