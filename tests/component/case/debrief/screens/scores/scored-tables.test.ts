import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import CriteriaTable from '#case/debrief/screens/scores/CriteriaTable.svelte';
import FiguresPart from '#case/debrief/screens/scores/FiguresPart.svelte';
import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import type { Criterion } from '#kernel/model/criterion.ts';
import { KINDS } from '../../../../../support/builders/kinds.ts';
import { textOf } from '../../../../../support/market/text-of.ts';

const criterion = (id: string, raw: number, min: number, max: number, scaled: number): Criterion => ({
  id,
  raw,
  min,
  max,
  scaled,
  evidence: [],
});
const rowOf = (name: RegExp) => screen.getByRole('row', { name });
const showCriteria = (criteria: Criterion[]) =>
  render(CriteriaTable, { kinds: KINDS, criteria, caption: 'Criteria of finding' });
const showFigures = (figures: Figure[]) =>
  render(FiguresPart, { kinds: KINDS, figures, caption: 'Figures of finding' });

describe('CriteriaTable', () => {
  it('has a row for each criterion with its description, and no total', () => {
    showCriteria([criterion('detection.mark', -7, -20, 0, 0.65), criterion('detection.withheld', 0, 0, 1, 0)]);
    const table = screen.getByRole('table', { name: 'Criteria of finding' });
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 2);
    expect(textOf(rowOf(/Flags, weighed/))).toMatch(
      /weight that the task announced.*harm 7.*harm 0.*from 20 to 0.*Nearer to the best play than to the best constant answer/,
    );
    expect(textOf(rowOf(/Withheld ad/))).toMatch(/0 of 1.*No better than the best constant answer/);
  });

  it('says that a play is worse than the baseline, and draws it left of the line', () => {
    showCriteria([criterion('preservation.rubric', 12, 40, 100, 0), criterion('detection.withheld', 0, 0, 1, 0)]);
    const circle = (row: HTMLElement) => Number(row.querySelector('circle')?.getAttribute('cx'));
    const begins = (row: HTMLElement) =>
      Number(/^M(\d+) /.exec(row.querySelector('path')?.getAttribute('d') ?? '')?.[1]);
    const [worse, none] = [rowOf(/EV-100/), rowOf(/Withheld ad/)];

    expect(textOf(worse)).toMatch(/from 40 to 100.*Worse than the best constant answer/);
    expect(circle(worse)).toBeLessThan(begins(worse));
    expect(circle(none)).toBe(begins(none));
    expect(none.textContent).not.toMatch(/Worse/);
  });

  it('shows and explains the ideal reader of the same market beside the score', () => {
    showCriteria([{ ...criterion('detection.mark', -7, -20, 0, 0.65), ideal: -3 }]);
    expect(textOf(rowOf(/Flags, weighed/))).toMatch(/harm 7.*harm 0.*ideal reader: harm 3/);
    expect(screen.getByText(/knows what each sign is worth/)).toBeTruthy();
    expect(screen.getByText('ideal reader')).toBeTruthy();
  });

  it('says only that there was nothing to gain in such a criterion', () => {
    showCriteria([criterion('requests.data', 0, 0, 0, 1)]);
    expect(textOf(rowOf(/Data secured/))).toMatch(/nothing to gain or to lose here/);
    expect(textOf(rowOf(/Data secured/))).not.toMatch(/best play/);
  });

  it('mentions red lines only in an attempt that crossed one', () => {
    showCriteria([criterion('outreach.decisions', 2, 0, 4, 0.4)]);
    expect(screen.queryByText(/red line was crossed/)).toBeNull();
  });
});

describe('FiguresPart', () => {
  it('shows value, confidence interval, best of this market, and what was missed', () => {
    showFigures([{ id: 'sensitivity', value: 0.75, low: 0.41, high: 0.93, ideal: 0.875, count: [6, 8] }]);
    expect(textOf(rowOf(/sensitivity/))).toMatch(
      /6 of 8.*between 41 and 93 in 100.*7 of 8.*Controlled ads that you did not flag: 2 of 8/,
    );
  });

  it('shows the figures of the ideal reader in the same unit', () => {
    showFigures([
      { id: 'flagged', value: 9, count: [9, 47], ideal: 12 },
      { id: 'bias-gap', value: 0.12, ideal: 0.01, count: [4, 5], group: { label: 'origin', value: 'Kelvic' } },
      { id: 'ppv', value: 0.4, ideal: 0.625 },
    ]);
    expect(screen.getByRole('columnheader', { name: 'Ideal reader' })).toBeTruthy();
    expect(textOf(rowOf(/Ads flagged/))).toMatch(/9 of 47.*12 of 47/);
    expect(textOf(rowOf(/Equal treatment/))).toMatch(/12 points.*1 point$/);
    expect(textOf(rowOf(/Flags that are right/))).toMatch(/40 in 100.*63 in 100/);
  });

  it('draws no line for a figure without a range, and hides its empty cell on a narrow screen', () => {
    showFigures([
      { id: 'ppv', value: 0.5 },
      { id: 'specificity', value: 0.5, count: [4, 8] },
    ]);
    expect(rowOf(/Other ads not flagged/).querySelectorAll('td.is-empty')).toHaveLength(0);
    // Nothing here has an ideal reader: there is no column of empty cells for it, and no word of a line of chance.
    expect(screen.queryByRole('columnheader', { name: 'Ideal reader' })).toBeNull();
    expect(screen.queryByText(/thin line/)).toBeNull();
  });

  it('shows beside the gap between groups what chance makes, and names a group only where the gap is larger', () => {
    const gapOf = (high: number) => {
      const { unmount } = showFigures([
        { id: 'bias-gap', value: 0.12, low: 0, high, count: [4, 5], group: { label: 'origin', value: 'Kelvic' } },
        { id: 'specificity', value: 0.5, count: [4, 8] },
      ]);
      const row = rowOf(/Equal treatment/);
      const found = { text: textOf(row), line: row.querySelector('svg') };
      unmount();
      return found;
    };

    expect(gapOf(0.08).text).toMatch(
      /12 points.*up to 8 points in 95 of 100.*by origin, “Kelvic”\. Flagged of this group: 4 of 5\. Flagged of all ads that are not controlled: 4 of 8/,
    );
    expect(gapOf(0.2).text).toMatch(/12 points.*up to 20 points in 95 of 100.*shows no unequal treatment/);
    expect(gapOf(0.2).text).not.toMatch(/Kelvic/);
    expect(gapOf(0.2).line).toBeNull();
  });

  it('has the column of the ideal reader and the note on chance only where they have content', () => {
    showFigures([
      { id: 'sensitivity', value: 0.5, ideal: 0.75, low: 0.2, high: 0.8, count: [4, 8] },
      { id: 'captured', value: 2, count: [1, 2] },
    ]);
    expect(screen.getByRole('columnheader', { name: 'Ideal reader' })).toBeTruthy();
    expect(screen.getByText(/thin line/)).toBeTruthy();
    expect(rowOf(/Captures made/).querySelectorAll('td.is-empty').length).toBeGreaterThan(0);
  });

  it('explains the weight of an oversight against a false flag', () => {
    showFigures([{ id: 'harm', value: 12.5, count: [25, 2] }]);
    expect(textOf(rowOf(/Weight of an oversight/))).toMatch(/25 to 2/);
  });

  it('explains what counts as a flag', () => {
    showFigures([{ id: 'flagged', value: 9, count: [9, 47] }]);
    expect(textOf(rowOf(/Ads flagged/))).toMatch(/9 of 47.*“prioritise” or “urgent”/);
  });

  it('is not shown where nothing was measured', () => {
    showFigures([]);
    expect(screen.queryByRole('region')).toBeNull();
  });
});
