import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import CaseDebrief from '#case/debrief/screens/CaseDebrief.svelte';
import Why from '#case/debrief/screens/Why.svelte';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import words from '#words/case/debrief.json' with { type: 'json' };
import { KINDS } from '../../../../support/builders/kinds.ts';
import { criterion, decision, report } from '../../../../support/case/debrief/example-report.ts';

const whys = () => [...document.querySelectorAll<HTMLDetailsElement>('details.why')];

function lookBack(changes: Partial<ScoreReport>, base = '/kit/') {
  const given = { ending: { title: 'The end', text: 'It ends.' }, minutes: 31, restart: vi.fn(), saveReport: vi.fn() };
  render(CaseDebrief, { kinds: KINDS, ...given, base, report: report(changes) });
}
const DECIDED = { path: [decision('d1', 'b', 'harmful'), { ...decision('d2', 'a', 'good'), seq: 2 }] };

describe('"Why am I told this?"', () => {
  it('opens at a decision in place, with reason, principle and source, and a link that leaves the debrief open', () => {
    lookBack({
      ...DECIDED,
      facts: { ...report().facts, rated: [{ state: 'd1', title: 'd1', option: 'b', rating: 'harmful', seq: 1 }] },
    });
    const [first] = within(screen.getByRole('table', { name: 'Decisions that the key rates' })).getAllByText(words.why);
    const why = within(first?.closest('details') as HTMLElement);

    expect(why.getByText('Reason for b.')).toBeTruthy();
    expect(why.getByText(words['why.key'])).toBeTruthy();
    const link = why.getByRole('link', { name: /^WHO03\b.*new tab/ });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/kit/sources/#who03', '_blank']);
    expect(why.getByText(words['why.newTab'])).toBeTruthy();
  });

  const RATED = [
    { state: 'd1', title: 'd1', option: 'b', rating: 'harmful', seq: 1 },
    { state: 'd2', title: 'd2', option: 'a', rating: 'good', seq: 2 },
  ] as const;

  it('stands at every row of decisions and criteria and at every sentence, each with the line that it is about', () => {
    lookBack({
      ...DECIDED,
      facts: { ...report().facts, rated: RATED, decides: true },
      criteria: [criterion('detection.mark', -14, -39, 0)],
    });
    const lines = [...document.querySelectorAll('.said > li, .table--crit tbody tr')];

    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.querySelectorAll('details.why')).toHaveLength(1);
    const described = whys().flatMap((why) => why.querySelector('summary')?.getAttribute('aria-describedby') ?? []);
    expect(described.filter((id) => document.getElementById(id) === null)).toEqual([]);
  });

  it('stays closed where all parts are opened at once', async () => {
    lookBack(DECIDED);
    await fireEvent.click(screen.getByRole('button', { name: 'Open all parts' }));

    expect(whys().length).toBeGreaterThan(0);
    expect(whys().filter(({ open }) => open)).toEqual([]);
  });

  it('is opened for the print of all parts where it has sources, and closed again', () => {
    lookBack(DECIDED);
    document.body.classList.add('print-all');
    window.dispatchEvent(new Event('beforeprint'));
    const opened = whys().filter(({ open }) => open);

    expect(opened.length).toBeGreaterThan(0);
    expect(opened.every((why) => why.querySelector('.sources'))).toBe(true);
    expect(whys().filter((why) => why.querySelector('.sources') && !why.open)).toEqual([]);
    window.dispatchEvent(new Event('afterprint'));
    expect(whys().filter(({ open }) => open)).toEqual([]);
  });

  it('leads to the list of the page itself where no site is around, and opens no tab', () => {
    render(Why, {
      ground: 'rule',
      base: '',
      signs: ['shared-phone'],
      sources: [{ code: 'SWGDE', mark: 'V', says: 'It is said.' }],
    });
    const link = screen.getByRole('link', { name: 'SWGDE' });

    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['#source-swgde', null]);
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(screen.getByText(words['why.packed'])).toBeTruthy();
  });

  it('says that a line has no source, and what it rests on', () => {
    render(Why, { ground: 'log', base: '/' });

    expect(screen.getByText(words['why.log'])).toBeTruthy();
    expect(screen.getByText(words['why.unsourced'])).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
