import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { LaidOutChart } from '#app/chart/lay-out-chart.ts';
import CaseDebrief from '#ui/debrief/CaseDebrief.svelte';
import { exampleChart } from '../chart/example-chart.ts';
import { act, criterion, decision, FIGURES, report } from './example-report.ts';

const deeds = () => ({ restart: vi.fn(), saveReport: vi.fn() });
const given = { ending: { title: 'The end', text: 'It ends.' }, minutes: 31, base: '/kit/' };
const rowOf = (name: RegExp) => screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement;

describe('CaseDebrief', () => {
  it('shows each criterion in words with its range, and no total', () => {
    const criteria = [criterion('detection.mark', -14, -39, 0), criterion('preservation.record', 57.4, 0, 80)];
    render(CaseDebrief, { ...given, ...deeds(), report: report({ criteria }) });
    const flags = within(rowOf(/Flags, weighed/));
    expect(flags.getByText('harm 14')).toBeTruthy();
    expect(flags.getByText('harm 0')).toBeTruthy();
    expect(flags.getByText('from 39 to 0')).toBeTruthy();
    expect(within(rowOf(/The record/)).getByText('57.4 points')).toBeTruthy();
    const table = screen.getByRole('table', { name: /not added up/ });
    expect(within(table).getAllByRole('row')).toHaveLength(1 + criteria.length);
  });

  it('shows a criterion of a kind that it has no words for', () => {
    render(CaseDebrief, {
      ...given,
      ...deeds(),
      report: report({ criteria: [criterion('courtroom.answers', 3, 0, 4)] }),
    });
    expect(
      within(rowOf(/courtroom\.answers/)).getByText('Nearer to the best play than to a play that looks at nothing.'),
    ).toBeTruthy();
  });

  it('says where a red line ended the case, and that it caps the steps', () => {
    const steps = { ...criterion('outreach.decisions', 2, 0, 4), scaled: 0.4 };
    const path = [decision('d1', 'c', 'red')];
    render(CaseDebrief, { ...given, ...deeds(), report: report({ redLine: true, path, criteria: [steps] }) });
    expect(screen.getByText('crossed at “The first sign”')).toBeTruthy();
    expect(within(rowOf(/Steps towards the person/)).getByText(/red line was crossed/)).toBeTruthy();
  });

  it('explains a harmful step with reason, principle and an unverified source', () => {
    const path = [act('keep'), decision('d1', 'b', 'harmful'), decision('d2', 'a', 'good')];
    render(CaseDebrief, { ...given, ...deeds(), report: report({ path }) });
    const heading = screen.getByRole('heading', { name: 'Steps that could have harmed' });
    const list = heading.parentElement?.querySelector('ol') as HTMLElement;
    expect(list.children).toHaveLength(1);
    const note = within(list);
    expect(note.getByText('Reason for b.')).toBeTruthy();
    expect(note.getByText(/Principle of d1\./)).toBeTruthy();
    expect(note.getByRole('link', { name: 'WHO03' }).getAttribute('href')).toBe('/kit/sources/#who03');
    expect(note.getByText(/unverified/)).toBeTruthy();
  });

  it('tells in the table what the drawing of the paths tells', () => {
    const path = [act('keep'), decision('d1', 'b', 'harmful')];
    render(CaseDebrief, { ...given, ...deeds(), report: report({ path }) });
    const row = within(rowOf(/^4\. The first sign/));
    expect(row.getByText('Ring at once.')).toBeTruthy();
    expect(row.getByText('Send an ordinary note.')).toBeTruthy();
    expect(row.getByText('could have harmed')).toBeTruthy();
    expect(row.getByText('13 Mar, 08:30 UTC')).toBeTruthy();
    expect(within(rowOf(/^5\./)).getByText('not taken')).toBeTruthy();
  });

  it('says what became of the reader since the rounds before', () => {
    const reading = (id: string, criterion: number) =>
      ({ schema: 'reading/1', id, wall: '', title: 'Find', marketId: '00', dPrime: 1, criterion, signs: {} }) as const;
    const before = [reading('a', 0.6)];
    render(CaseDebrief, {
      ...given,
      ...deeds(),
      report: report({ figures: FIGURES }),
      reading: reading('b', -0.6),
      before,
    });
    expect(screen.getByText(/you flag more readily, and you do not tell ads apart better/)).toBeTruthy();
  });

  it('keeps figures apart from criteria, with interval and twin tables', () => {
    render(CaseDebrief, { ...given, ...deeds(), report: report({ figures: FIGURES }) });
    const figures = within(screen.getByRole('region', { name: 'Figures without a mark' }));
    expect(figures.getByText('between 41 and 93 in 100')).toBeTruthy();
    expect(figures.getByText(/You flagged readily/)).toBeTruthy();
    expect(figures.getByRole('img', { name: '34 flags right, 66 on other ads' })).toBeTruthy();
    expect(figures.getByRole('img', { name: /d prime 1\.60 and criterion −0\.70/ })).toBeTruthy();
    expect(figures.queryByText('ppv-20')).toBeNull();
  });

  it('shows an attempt that ended before anything was done', () => {
    render(CaseDebrief, { ...given, ...deeds(), minutes: 0, report: report({ path: [], criteria: [] }) });
    expect(screen.getByText('No decision was taken in this attempt.')).toBeTruthy();
    expect(screen.getByText('no act reached')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Figures without a mark' })).toBeNull();
  });

  it('names the sign that was overlooked most', () => {
    const findings = ['shared-phone', 'same-room', 'same-room'].map((indicator) => ({
      kind: 'miss' as const,
      at: {},
      indicator,
      reason: '',
      sources: [],
    }));
    render(CaseDebrief, { ...given, ...deeds(), report: report({ findings }), names: { 'same-room': 'Same room' } });
    expect(screen.getByRole('link', { name: 'Same room' }).getAttribute('href')).toBe('/kit/signs/same-room/');
  });

  it('saves, starts again, and takes corrections', async () => {
    const pressed = deeds();
    render(CaseDebrief, { ...given, ...pressed, report: report() });
    await fireEvent.click(screen.getByRole('button', { name: 'Save the report' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
    expect(pressed.saveReport).toHaveBeenCalledOnce();
    expect(pressed.restart).toHaveBeenCalledOnce();
    expect(screen.getByRole('link', { name: /key is wrong/ }).getAttribute('href')).toBe('/kit/about/#corrections');
    expect(screen.getByText(/Not yet reviewed by survivors/)).toBeTruthy();
  });

  it('offers to try again from each step that could have harmed, and from no other', async () => {
    const retry = vi.fn();
    const path = [
      { ...decision('d1', 'b', 'harmful'), seq: 4 },
      { ...decision('d2', 'a', 'good'), seq: 6 },
    ];
    render(CaseDebrief, { ...given, ...deeds(), retry, report: report({ path }) });
    const buttons = screen.getAllByRole('button', { name: /^Try again from here/ });
    expect(buttons.map((button) => button.textContent)).toEqual(['Try again from here: The first sign']);
    await fireEvent.click(buttons[0] as HTMLElement);
    expect(retry).toHaveBeenCalledExactlyOnceWith(4);
    expect(screen.getByText(/marked as a retry; this one is kept/)).toBeTruthy();
  });

  it('offers none where nobody can begin one', () => {
    render(CaseDebrief, { ...given, ...deeds(), report: report({ path: [decision('d1', 'b', 'harmful')] }) });
    expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull();
  });

  it('says of a retry at its top that it is one, and from which step', () => {
    const path = [act('keep'), { ...decision('d1', 'b', 'harmful'), seq: 7 }];
    render(CaseDebrief, { ...given, ...deeds(), report: report({ path, retry: { of: 'a0', from: 7 } }) });
    expect(screen.getByText(/began at step 4, “The first sign”.*not that of a first attempt/)).toBeTruthy();
  });

  it('draws both paths through the case, with the choices of a state beside it', async () => {
    const chart = Promise.resolve(exampleChart());
    const route = ['report', 'line', 'word'].map((state, n) => ({ state, seq: n + 1 }));
    const step = { ...decision('d1', 'b', 'red'), state: 'word' };
    render(CaseDebrief, { ...given, ...deeds(), chart, report: report({ path: [step], route, ending: 'end-off' }) });
    const state = await screen.findByRole('button', { name: /^Decision, red line: The first word\./ });
    expect(screen.getByRole('button', { name: 'End: Off. On your path.' })).toBeTruthy();
    expect(screen.queryByRole('img', { name: /steps of the model path were taken/ })).toBeNull();
    await fireEvent.click(state);
    const note = within(screen.getByRole('region', { name: 'Chosen state' }));
    expect(note.getByText('You chose: “Ring at once.”')).toBeTruthy();
  });

  it('draws the paths as rows where the case cannot be fetched', async () => {
    const chart = Promise.reject<LaidOutChart>(new Error('no network'));
    render(CaseDebrief, { ...given, ...deeds(), chart, report: report() });
    expect(await screen.findByRole('img', { name: /steps of the model path were taken/ })).toBeTruthy();
  });
});
