import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#case/debrief/model/reading/reading.ts';
import FiguresPart from '#case/debrief/screens/scores/FiguresPart.svelte';
import SignConfusion from '#case/debrief/screens/scores/SignConfusion.svelte';
import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import { KINDS } from '../../../../../support/builders/kinds.ts';
import { textOf } from '../../../../../support/market/text-of.ts';

const cells = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.children].map((cell) => textOf(cell).trim()));
const tableWith = (head: string) =>
  screen.getByRole('columnheader', { name: head, hidden: true }).closest('table') as HTMLElement;
const sure = (step: 1 | 2 | 3, right: number, all: number): Figure => ({
  id: `calibration-${step}`,
  value: right / all,
  low: 0.1,
  high: 0.9,
  count: [right, all],
  ideal: 0.95,
});
const sharp = (dPrime: number, criterion: number): Figure[] => [
  { id: 'dprime', value: dPrime, ideal: 2.4 },
  { id: 'criterion', value: criterion, ideal: 0 },
];
const reading = (id: string, dPrime: number, criterion: number): Reading => ({
  schema: 'reading/1',
  id,
  wall: '2031-03-12T09:00:00Z',
  title: 'Find',
  marketId: '00',
  dPrime,
  criterion,
  idealDPrime: 2.4,
  signs: {},
});

describe('the calibration chart', () => {
  it.each([
    [/“Sure”: 5 of 10 answers were right\. .* only if at least 80 in 100/, [sure(3, 5, 10)]],
    [/“Unsure”: 9 of 10 answers were right\. If more than 67 in 100/, [sure(1, 9, 10)]],
    [/with your share of right answers this certainty earns the most points.*: 2\./, [sure(1, 5, 10), sure(3, 9, 10)]],
  ])('says %s', (title, figures) => {
    render(FiguresPart, { kinds: KINDS, figures, caption: 'Figures' });
    expect(screen.getByText(title)).toBeTruthy();
  });

  it('has an equivalent table, and leaves out certainties with too few answers', () => {
    render(FiguresPart, { kinds: KINDS, figures: [sure(1, 5, 10), sure(3, 9, 12)], caption: 'Figures' });

    expect(
      screen.getByRole('img', { name: 'Unsure: 50 in 100, ideal reader: 95; Sure: 75 in 100, ideal reader: 95' }),
    ).toBeTruthy();
    expect(cells(tableWith('You said')).slice(1)).toEqual([
      ['Unsure', '5 of 10', 'from 10 to 90', '95', 'from 0 to 67'],
      ['Sure', '9 of 12', 'from 10 to 90', '95', 'from 80 to 100'],
    ]);
  });
});

describe('a reader beside earlier rounds', () => {
  it('is told that only suspicion has grown', () => {
    const before = [reading('a', 1.2, 0.4)];
    render(FiguresPart, {
      kinds: KINDS,
      figures: sharp(1.2, -0.6),
      caption: 'Figures',
      reading: reading('b', 1.2, -0.6),
      before,
    });

    expect(screen.getByText(/you flag more readily, and you do not tell ads apart better/)).toBeTruthy();
    expect(cells(tableWith('Reader'))).toContainEqual(['Before, in “Find”', '1.20', '0.40']);
  });

  it('has no comparison in a first round', () => {
    render(FiguresPart, {
      kinds: KINDS,
      figures: sharp(1.2, -0.6),
      caption: 'Figures',
      reading: reading('b', 1.2, -0.6),
    });

    expect(screen.queryByText(/last measured round/)).toBeNull();
  });
});

describe('sign by sign', () => {
  const counts = {
    right: { hits: 3, misses: 0, falseFlags: 0, traps: 0 },
    missed: { hits: 1, misses: 2, falseFlags: 0, traps: 0 },
    wrong: { hits: 0, misses: 0, falseFlags: 2, traps: 2 },
  };

  it('sorts the most frequent errors first, in chart and table', () => {
    render(SignConfusion, { counts, names: { wrong: 'Wrongly named' }, base: '/kit/' });

    expect(
      screen.getByText(/went wrong most often: “Wrongly named”\. Times that you missed it: 0\. .*: 4\./),
    ).toBeTruthy();
    expect(cells(tableWith('Found')).slice(1)).toEqual([
      ['Wrongly named', '0', '0', '4'],
      ['missed', '1', '2', '0'],
      ['right', '3', '0', '0'],
    ]);
    expect(screen.getByRole('link', { name: 'Practise the signs that went wrong' }).getAttribute('href')).toBe(
      '/kit/practise/again/',
    );
  });

  it('does not suggest practice to a reader who missed nothing', () => {
    render(SignConfusion, { counts: { right: counts.right }, names: {}, base: '/kit/' });

    expect(screen.queryByRole('link', { name: /Practise/ })).toBeNull();
  });
});
