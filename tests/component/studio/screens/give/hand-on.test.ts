import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import PackPart from '#studio/screens/give/PackPart.svelte';
import ReviewSheet from '#studio/screens/give/ReviewSheet.svelte';
import ToMend from '#studio/screens/give/ToMend.svelte';

function show(more: object = {}) {
  const file = {
    name: 'checkathon-x.html',
    bytes: 2_345_678,
    releases: [] as { title: string; words: string }[],
    save: vi.fn(),
    saveWords: vi.fn(),
  };
  const sealed = { ...file, releases: [{ title: 'Debrief', words: 'acorn amber' }] };
  const pack = vi.fn(async (wanted: string) => (wanted === 'open' ? file : sealed));
  render(PackPart, { title: 'Night shift', refused: false, signs: 16, pack, ...more });
  return { file, sealed, pack };
}
const button = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('the case as one file', () => {
  it('is packed open and saved at once', async () => {
    const { file, pack } = show();
    await fireEvent.click(button(/^Pack “Night shift”/));

    expect(await screen.findByText('checkathon-x.html is saved, 2.3 MB.')).toBeTruthy();
    expect(pack).toHaveBeenCalledExactlyOnceWith('open');
    expect(file.save).toHaveBeenCalledOnce();
  });

  it('is saved by hand where it is sealed, after its words have been shown', async () => {
    const { sealed, pack } = show({ guessable: 'x' });
    await fireEvent.click(screen.getByRole('radio', { name: /^Sealed/ }));
    expect(screen.getByText(/The seed of the market is “x”/)).toBeTruthy();
    await fireEvent.change(screen.getByLabelText('When the answers open'), { target: { value: 'at-once' } });
    await fireEvent.click(button(/^Pack/));

    expect(await screen.findByText('acorn amber')).toBeTruthy();
    expect(pack).toHaveBeenCalledExactlyOnceWith('at-once');
    expect(document.activeElement?.textContent).toMatch(/^Gate words of checkathon-x\.html/);
    expect(sealed.save).not.toHaveBeenCalled();
    await fireEvent.click(button(/^Save the gate words/));
    await fireEvent.click(button(/^Save the file, 2\.3 MB/));
    expect(sealed.saveWords).toHaveBeenCalledOnce();
    expect(sealed.save).toHaveBeenCalledOnce();
  });

  it('cannot be sealed where its answers are public, which says whose', () => {
    show({ publicIn: 'The quiet number' });

    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Sealed/ }).disabled).toBe(true);
    expect(screen.getByText(/“The quiet number”/)).toBeTruthy();
  });

  it('is not packed while something is to be mended, and says why it could not be', async () => {
    show({ refused: true });
    expect(button(/^Pack/).disabled).toBe(true);
    document.body.innerHTML = '';

    show({ pack: () => Promise.reject(new Error('no network')) });
    await fireEvent.click(button(/^Pack/));
    expect((await screen.findByRole('alert')).textContent).toContain('no network');
    expect(button(/^Pack/).disabled).toBe(false);
  });
});

it('what is to be mended leads to its places, and counts the rest', () => {
  render(ToMend, { faults: Array.from({ length: 7 }, (_, n) => ({ says: `Fault ${n}`, href: `#d/scene/s${n}` })) });

  expect(screen.getByText(/^7 things are to be mended first/)).toBeTruthy();
  expect(screen.getAllByRole('link')).toHaveLength(5);
  expect(screen.getByRole('link', { name: 'Fault 1' }).getAttribute('href')).toBe('#d/scene/s1');
  expect(screen.getByText('And 2 more.')).toBeTruthy();
});

it('a request for review shows with each option how the key rates it, and why', () => {
  const subject: ReviewSubject = {
    schema: 'review-subject/1',
    of: 'case',
    id: 'x',
    title: 'Night shift',
    textHash: '00',
    leftOut: [],
    statements: [
      {
        id: 'call.a',
        kind: 'option',
        about: 'A call',
        text: 'Ring.',
        rating: 'red',
        reason: 'Who hears it?',
        sources: [],
      },
    ],
  };
  render(ReviewSheet, { subject, errors: 0, warnings: 0, read: [], unread: [] });

  expect(screen.getByText('Ring.').closest('li')?.textContent).toMatch(/Rated as: Red line.*Who hears it\?/s);
});
