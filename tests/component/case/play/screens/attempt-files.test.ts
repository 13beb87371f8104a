import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import AttemptFiles from '#case/play/screens/AttemptFiles.svelte';
import SavedReport from '#case/play/screens/SavedReport.svelte';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { report } from '../../../../support/case/debrief/example-report.ts';

const REPORT = report();
const props = () => ({ alias: '', onalias: vi.fn(), save: vi.fn(), open: vi.fn(), closed: false });
const chooser = () => screen.getByLabelText('Open a saved attempt') as HTMLInputElement;

describe('an attempt as a file', () => {
  it('is saved under an alias, by the button or by Enter', async () => {
    const given = props();
    render(AttemptFiles, given);
    await fireEvent.input(screen.getByLabelText('Name or alias in the file'), { target: { value: 'Anna' } });
    expect(given.onalias).toHaveBeenCalledWith('Anna');
    await fireEvent.submit(screen.getByLabelText('Name or alias in the file').closest('form') as HTMLFormElement);
    expect(given.save).toHaveBeenCalledOnce();
  });

  it('is opened from a file, even twice from the same file', async () => {
    const given = props();
    render(AttemptFiles, given);
    const file = new File(['{}'], 'anna.json', { type: 'application/json' });
    for (const _ of [1, 2]) await fireEvent.change(chooser(), { target: { files: [file] } });
    expect(given.open.mock.calls.map(([one]) => one.name)).toEqual(['anna.json', 'anna.json']);
    expect(chooser().value).toBe('');
  });

  it('cannot be saved before it exists, or opened while another tab writes', async () => {
    const { save: _save, ...none } = props();
    const { rerender } = render(AttemptFiles, none);
    expect(screen.queryByRole('button', { name: 'Save this attempt' })).toBeNull();
    expect(chooser().disabled).toBe(false);
    await rerender({ closed: true });
    expect(chooser().disabled).toBe(true);
    expect(chooser().getAttribute('aria-describedby')).toBe(screen.getByText(/Another tab is writing/).id);
  });

  it('says why a file was not opened', () => {
    render(AttemptFiles, { ...props(), fault: 'anna.json is no JSON file.' });
    expect(within(screen.getByRole('status')).getByText('anna.json is no JSON file.')).toBeTruthy();
  });
});

describe('the report of another version', () => {
  it('is shown as saved: criteria, decisions with their ratings, and time of saving', () => {
    render(SavedReport, { kinds: KINDS, report: REPORT, saved: '2031-03-12T09:15:00Z' });
    expect(screen.getByText('2031-03-12T09:15:00Z')).toBeTruthy();
    const criteria = screen.getByRole('table', { name: /^Criteria, as they were saved/ });
    expect(within(criteria).getAllByRole('row')).toHaveLength(REPORT.criteria.length + 1);
    const path = screen.getByRole('table', { name: 'Decisions, as they were saved' });
    expect(within(path).getAllByRole('row')).toHaveLength(REPORT.path.length + 1);
  });

  it('shows unknown parts literally', () => {
    const [first] = REPORT.criteria;
    const criteria = first ? [{ ...first, id: 'once.asked' }] : [];
    render(SavedReport, { kinds: KINDS, report: { ...REPORT, criteria, ending: '' }, saved: '' });
    expect(screen.getByRole('rowheader', { name: /once\.asked/ })).toBeTruthy();
    expect(screen.getByText('The case had not ended.')).toBeTruthy();
    expect(screen.queryByText('Saved')).toBeNull();
  });
});
