import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import CaseNotices from '#case/play/screens/CaseNotices.svelte';
import PauseScreen from '#case/play/screens/PauseScreen.svelte';
import Stages from '#case/play/screens/Stages.svelte';
import StartAgainDialog from '#case/play/screens/StartAgainDialog.svelte';

describe('Stages', () => {
  it('says which part is done, which is open, and which comes later', () => {
    render(Stages, {
      stages: [
        { id: 'a', title: 'Briefing', state: 'done' },
        { id: 'b', title: 'Find', state: 'current' },
        { id: 'c', title: 'Debrief', state: 'later' },
      ],
    });
    const [done, current, later] = screen.getAllByRole('listitem');
    expect(done?.textContent).toMatch(/done\s*Briefing/);
    expect(current?.querySelector('[aria-current="step"]')?.textContent).toMatch(/2\s*Find/);
    expect(later?.querySelector('[aria-current]')).toBeNull();
  });
});

describe('PauseScreen', () => {
  it('takes the focus, shows no figure, and offers to stay or to leave', async () => {
    const resume = vi.fn();
    const leave = vi.fn();
    const { container } = render(PauseScreen, { resume, leave });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Paused' }));
    expect(container.textContent).not.toMatch(/\d/);
    await fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Leave the case' }));
    expect(resume).toHaveBeenCalledOnce();
    expect(leave).toHaveBeenCalledOnce();
  });
});

describe('StartAgainDialog', () => {
  const spies = () => ({ confirm: vi.fn(), cancel: vi.fn() });

  it('is closed until it is requested', async () => {
    const { rerender } = render(StartAgainDialog, { open: false, ...spies() });
    expect(screen.queryByRole('dialog')).toBeNull();
    await rerender({ open: true });
    expect(screen.getByRole('dialog', { name: 'Start this case again?' })).toBeTruthy();
    expect(screen.getByText(/is kept in this browser/)).toBeTruthy();
    await rerender({ open: false });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('reports yes or no, and takes Escape for no', async () => {
    const pressed = spies();
    const { rerender } = render(StartAgainDialog, { open: true, ...pressed });
    await fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
    expect(pressed.confirm).toHaveBeenCalledOnce();
    await fireEvent.click(screen.getByRole('button', { name: 'Stay in this attempt' }));
    expect(pressed.cancel).toHaveBeenCalledOnce();
    (screen.getByRole('dialog') as HTMLDialogElement).close();
    expect(pressed.cancel).toHaveBeenCalledTimes(2);
    await rerender({ open: false });
    expect(pressed.confirm).toHaveBeenCalledOnce();
  });
});

describe('CaseNotices', () => {
  const quiet = { notStored: false, otherTab: false, takeOver: () => {} };

  it('shows no notice without a problem', () => {
    render(CaseNotices, quiet);
    expect(screen.getByRole('region', { name: 'Notices about this attempt' }).textContent?.trim()).toBe('');
  });

  it('reports an attempt that is not stored, and offers the one that was set aside', async () => {
    const download = vi.fn();
    render(CaseNotices, { ...quiet, notStored: true, setAside: { download } });
    expect(screen.getByText('This attempt is not being kept')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Download the old attempt' }));
    expect(download).toHaveBeenCalledOnce();
  });

  it('reports an attempt over a market of another generator, and offers it as a file', async () => {
    const download = vi.fn();
    render(CaseNotices, { ...quiet, setAside: { download, versions: { then: 2, now: 3 } } });
    expect(
      screen.getByText(/Version 2 made its ads, and this site makes version 3/).closest('.notice--error'),
    ).toBeNull();
    expect(screen.queryByText('A saved attempt could not be read')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Download the old attempt' }));
    expect(download).toHaveBeenCalledOnce();
  });

  it('says that answers of another version are not used and the attempt is kept, and reloads the page', async () => {
    const reload = vi.fn();
    render(CaseNotices, { ...quiet, reload });
    expect(screen.getByText('The answers are of another version of this case')).toBeTruthy();
    expect(screen.getByText(/nothing was scored with them\. Reload the page\. .* is kept\./)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Reload the page' }));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('lets a read-only tab take over', async () => {
    const takeOver = vi.fn();
    render(CaseNotices, { ...quiet, otherTab: true, takeOver });
    await fireEvent.click(screen.getByRole('button', { name: 'Go on in this tab' }));
    expect(takeOver).toHaveBeenCalledOnce();
  });

  it.each([
    ['other-answer', 7, '7 files are still missing', 'for instance a log-in page'],
    ['no-answer', 1, '1 file is still missing', 'The network does not answer.'],
    ['no-room', 2, '2 files are still missing', 'This browser has no more room'],
  ] as const)(
    'says why the copy is not whole (%s), how much is missing, and asks again',
    async (why, files, counted, said) => {
      const tryAgain = vi.fn();
      render(CaseNotices, { ...quiet, missing: { files, why, tryAgain } });
      const notice = screen.getByText(new RegExp(counted)).closest('.notice');
      expect(notice?.textContent).toContain(said);
      expect(notice?.textContent?.includes('asks for the missing files again by itself')).toBe(why !== 'no-room');
      expect(notice?.classList.contains('notice--error')).toBe(false);
      await fireEvent.click(screen.getByRole('button', { name: 'Try again now' }));
      expect(tryAgain).toHaveBeenCalledOnce();
    },
  );
});
