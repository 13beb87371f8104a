import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { RULING_LINES } from '#kinds/courtroom/model/court-file.ts';
import type { MotionOpening } from '#kinds/courtroom/screens/motion-opening.ts';
import { FILE, KEY, sitInCourt } from '../../../../support/kinds/courtroom/small-court.ts';

const cellAt = (place: string) => document.querySelector<HTMLElement>(`[data-at="${place}"]`) as HTMLElement;
const BOXES = RULING_LINES.map((_, n) => `reason ${n + 1}`);
const SIGNED = { motion: 'copy', outcome: 'admit', boxes: BOXES, at: '2031-05-05T09:00:00Z', seq: 1, hash: 'ab' };

describe('the bundle', () => {
  test('shows an unmoved slider as not set, and never as 50', async () => {
    const court = sitInCourt();
    const slider = screen.getByRole('slider', { name: /^Act/ });
    expect(slider.getAttribute('aria-valuetext')).toBe('Not set yet');

    await fireEvent.change(slider, { target: { value: '50' } });
    await court.settle();
    expect(court.response().first).toEqual({ brings: 50 });
    expect(slider.getAttribute('aria-valuetext')).toBe('About even, 50 of 100');
  });

  test('keeps a signed first view as it is', async () => {
    const court = sitInCourt({ first: { brings: 70 } });
    await court.click('Sign my first view');
    expect(screen.getByRole('slider', { name: /^Act/ }).hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('Signed. The first view stays as it is.')).toBeTruthy();
  });

  test('opens each exhibit by itself', async () => {
    const court = sitInCourt();
    await court.click('Open E1 by itself');
    const dialog = screen
      .getAllByRole('dialog', { hidden: true })
      .find((one) => one.hasAttribute('open')) as HTMLElement;
    expect(within(dialog).getByText('Harro-1 writes.')).toBeTruthy();
    expect(within(dialog).queryByText('No.')).toBeNull();
  });
});

describe('the matrix', () => {
  test('has one stop for the keyboard, and arrows that move it', async () => {
    const court = sitInCourt({ firstSigned: true });
    const stops = () => document.querySelectorAll('.matrix [tabindex="0"]');
    expect(stops()).toHaveLength(1);

    cellAt('0-0').focus();
    await court.press('ArrowDown');
    await court.press('ArrowRight');
    expect(document.activeElement).toBe(cellAt('1-1'));
    expect(stops()).toHaveLength(1);
  });

  test('takes a sign by its number, and a place from the exhibit', async () => {
    const court = sitInCourt({ firstSigned: true });
    cellAt('0-0').focus();
    await court.press('1');
    expect(cellAt('0-0').textContent).toContain('For');
    expect(cellAt('0-0').textContent).not.toContain('one reading');

    await fireEvent.click(cellAt('0-0'));
    await court.click('Pick places from E1');
    await court.click('Insert E1 2');
    expect(cellAt('0-0').textContent).toContain('one reading');
    await court.write('Another reading, in which nobody does anything wrong', 'A friend wrote it.');
    expect(court.response().cells).toEqual([
      { element: 'brings', exhibit: 'E1', bearing: 'for', places: ['E1 2'], shows: '', innocent: 'A friend wrote it.' },
    ]);
    expect(cellAt('0-0').textContent).not.toContain('one reading');
  });

  test('asks for the next lawful measure only where a row is not shown', async () => {
    const court = sitInCourt({ firstSigned: true });
    await fireEvent.click(cellAt('2-3'));
    await court.click('Shown', 'radio');
    expect(screen.queryByRole('group', { name: 'The next lawful measure' })).toBeNull();

    await court.click('Not shown', 'radio');
    await court.click(/Ask for nothing more/, 'radio');
    expect(court.response().rows).toEqual([{ element: 'profits', state: 'not-met', measure: 'close', why: '' }]);
  });

  test('closes with Escape and gives the focus back to its cell', async () => {
    const court = sitInCourt({ firstSigned: true });
    await fireEvent.click(cellAt('1-1'));
    await fireEvent.keyDown(screen.getByRole('heading', { name: /^Means, by E2/ }), { key: 'Escape' });
    await court.settle();
    expect(screen.queryByRole('heading', { name: /^Means, by E2/ })).toBeNull();
  });

  test('shows what depends on an exhibit', async () => {
    const cell = { element: 'brings', exhibit: 'E1', bearing: 'for' as const, places: [], shows: '', innocent: '' };
    const court = sitInCourt({ firstSigned: true, cells: [cell] });
    await fireEvent.change(screen.getByLabelText('Read the matrix without'), { target: { value: 'E1' } });
    await court.settle();
    expect(screen.getByText('Without E1 no exhibit speaks for: Act.')).toBeTruthy();
  });
});

describe('a motion', () => {
  const ROWS = FILE.bundle.elements.map(({ id: element }) => ({ element, state: 'met' as const, why: '' }));

  test('opens no model before an outcome and six boxes are signed', async () => {
    const court = sitInCourt({ rows: ROWS });
    expect(screen.queryByText('It is left out.')).toBeNull();
    await court.click('Sign and open the rulings');
    expect(screen.getByText(/^Missing: an outcome, box 1/)).toBeTruthy();

    await court.click(/Take it as a copy/, 'radio');
    for (const [n, text] of BOXES.entries()) await court.write(new RegExp(`^${n + 1}\\.`), text);
    expect(screen.queryByText('It is left out.')).toBeNull();

    await court.click('Sign and open the rulings');
    expect(court.response().rulings).toMatchObject([{ motion: 'copy', outcome: 'limited', boxes: BOXES }]);
    expect(screen.getByText('It is left out.')).toBeTruthy();
    expect(screen.getByText('It is taken as a copy.')).toBeTruthy();
    expect(screen.getByText('The law of Solenvast allows this outcome.')).toBeTruthy();
  });

  test('names a cited place that the file does not have', async () => {
    const court = sitInCourt({ rows: ROWS });
    await court.write(/^1\./, 'See E1 1 and E1 9, and D1 with D7.');
    expect(screen.getByText('This file has no such place or argument: E1 9, D7.')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^E1 1: Open/ })[1]).toBeTruthy();
  });

  test('adds a second ruling and leaves the first', async () => {
    const court = sitInCourt({ rulings: [SIGNED] });
    await fireEvent.click(screen.getByRole('button', { name: /Motions$/ }));
    await court.click('Rule again');
    await court.click(/Leave it out/, 'radio');
    for (const n of BOXES.keys()) await court.write(new RegExp(`^${n + 1}\\.`), 'again');
    expect(screen.queryByText(/^Two model rulings wait/)).toBeNull();
    await court.click('Sign this ruling too');
    expect(court.response().rulings.map(({ outcome }) => outcome)).toEqual(['admit', 'exclude']);
    expect(screen.getByText(/^Earlier ruling of 2031-05-05 09:00 UTC: Take it as the source/)).toBeTruthy();
  });

  test.each([
    ['exclude', 'Your ruling went against the prosecution.'],
    ['limited', 'Your ruling went against the defence.'],
    ['admit', undefined],
  ])('names the side that lost, where the ruling is that of a model: %s', async (outcome, said) => {
    sitInCourt({ rulings: [{ ...SIGNED, outcome }] });
    await fireEvent.click(screen.getByRole('button', { name: /Motions$/ }));
    expect(screen.queryByText(/^Your ruling went against the/)?.textContent).toBe(said);
  });

  test('labels a ruling that grants a part of the request as granted in part', async () => {
    const part = { ...KEY.motions['copy'], refuse: { outcome: 'limited', inPart: true, text: 'As a copy.' } };
    sitInCourt({ rulings: [{ ...SIGNED, outcome: 'limited' }] }, { opening: () => part as MotionOpening });
    await fireEvent.click(screen.getByRole('button', { name: /Motions$/ }));
    expect(screen.getByText('The motion is granted in part')).toBeTruthy();
    expect(screen.queryByText('The motion is refused')).toBeNull();
    expect(screen.getByText('Your ruling went against the defence in part.')).toBeTruthy();
  });

  test('shows the differences of two readers, without a total', async () => {
    const marks = [
      { motion: 'copy', line: 0, by: 1, mark: 2 },
      { motion: 'copy', line: 0, by: 2, mark: 0 },
      { motion: 'copy', line: 1, by: 1, mark: 1 },
      { motion: 'copy', line: 1, by: 2, mark: 1 },
    ] as const;
    sitInCourt({ rulings: [SIGNED], marks });
    await fireEvent.click(screen.getByRole('button', { name: /Motions$/ }));
    expect(screen.getAllByText('You differ here. Say to each other why.')).toHaveLength(1);
    expect(document.body.textContent).not.toMatch(/total|points/i);
  });

  test('tells the direction of the authors only after an answer', async () => {
    const court = sitInCourt({ rulings: [SIGNED] });
    await fireEvent.click(screen.getByRole('button', { name: /Motions$/ }));
    expect(screen.queryByText('A little more is known.')).toBeNull();
    await court.click(/a little away/, 'radio');
    await court.click('Give my answer');
    expect(screen.getByText('A little more is known.')).toBeTruthy();
    expect(screen.getByText(/^Nothing is scored here/)).toBeTruthy();
  });
});

describe('the judgment', () => {
  test('adds up the payments that are named, and names those that are not there', async () => {
    const court = sitInCourt({ rulings: [SIGNED] });
    await court.write('Payments', '1, 3, 7');
    expect(screen.getByText('The payments that you name come to SIM 210.')).toBeTruthy();
    expect(screen.getByText('The extract has no payment 7. It is left out.')).toBeTruthy();
    expect(court.response().sums).toEqual({ taken: { amount: 210, payments: [1, 3] } });
  });

  test.each([
    ['1913.33', undefined],
    ['2.020,00', undefined],
    ['-5', undefined],
    ['abc', undefined],
    ['1,740', 1740],
    ['1740', 1740],
  ])('takes an amount only as it was typed: %s', async (typed, amount) => {
    const court = sitInCourt({ rulings: [SIGNED] });
    await court.write('Amount in SIM', typed);
    expect(court.response().sums['taken']?.amount).toBe(amount);
    expect(screen.queryByText(/is no whole number from 0/) === null).toBe(amount !== undefined);
  });

  test('reports an amount that is not the sum of its payments', async () => {
    const court = sitInCourt({ rulings: [SIGNED] });
    await court.write('Amount in SIM', '200');
    await court.write('Payments', '1, 3');
    expect(screen.getByText(/^Your amount is another one: 200\./)).toBeTruthy();
  });

  test('prints what speaks against a row, and its next measure', () => {
    sitInCourt({
      rulings: [SIGNED],
      rows: [{ element: 'profits', state: 'not-met', measure: 'close', why: '' }],
      cells: [{ element: 'profits', exhibit: 'E2', bearing: 'against', places: ['E2 2'], shows: '', innocent: '' }],
    });
    const row = [...document.querySelectorAll('.print-leaf tr')].find((one) => one.textContent?.includes('Profit'));
    expect(row?.textContent).toContain('E2 2');
    const [leaf] = document.querySelectorAll('.print-leaf');
    expect(leaf?.textContent).toContain('Next measure: Ask for nothing more. Rows: Profit.');
  });

  test('names rows that are called shown without a place', () => {
    const cell = {
      element: 'brings',
      exhibit: 'E1',
      bearing: 'for' as const,
      places: ['E1 1'],
      shows: '',
      innocent: '',
    };
    const rows = ['brings', 'holds'].map((element) => ({ element, state: 'met' as const, why: '' }));
    sitInCourt({ rulings: [SIGNED], cells: [cell], rows });
    expect(screen.getByText(/no cell of the matrix speaks for it with a place: Means\.$/)).toBeTruthy();
  });

  test('names the rows that a choice needs and that are not called shown', () => {
    const [end] = FILE.bundle.judgment;
    const options = end?.options.map((option) => ({ ...option, needs: ['brings', 'holds'] })) ?? [];
    const file = { ...FILE, bundle: { ...FILE.bundle, judgment: end ? [{ ...end, options }] : [] } };
    const rows = [{ element: 'holds', state: 'met' as const, why: '' }];
    sitInCourt({ rulings: [SIGNED], rows, choices: { end: 'convict' } }, { file });
    expect(screen.getByText('This choice takes rows as shown that you do not call shown: Act.')).toBeTruthy();
  });

  test('names the rows called shown that speak against an acquittal', () => {
    const [end] = FILE.bundle.judgment;
    const options = end?.options.map((option) => ({ ...option, against: ['brings', 'holds'] })) ?? [];
    const file = { ...FILE, bundle: { ...FILE.bundle, judgment: end ? [{ ...end, options }] : [] } };
    const rows = [
      { element: 'holds', state: 'met' as const, why: '' },
      { element: 'brings', state: 'ask' as const, why: '' },
    ];
    sitInCourt({ rulings: [SIGNED], rows, choices: { end: 'convict' } }, { file });
    expect(screen.getByText(/they speak against this choice: Means\. Decide/)).toBeTruthy();
  });

  test('keeps a text while it is typed, and writes it into the log once', async () => {
    vi.useFakeTimers();
    try {
      const court = sitInCourt({ rulings: [SIGNED] });
      const field = screen.getByLabelText(/^Why the court finds this/);
      await fireEvent.input(field, { target: { value: 'Because of' } });
      vi.advanceTimersByTime(2000);
      expect(court.response().reasons).toBe('Because of');
      await court.settle();
      await fireEvent.change(field);
      expect(court.acts).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('stands on two leaves with its signature', async () => {
    const court = sitInCourt({ rulings: [SIGNED] });
    await court.write(/^Why the court finds this/, 'Because of the note.');
    await court.click(/All of it/, 'radio');
    await court.click('Sign the judgment');
    await court.click('Sign it all the same');
    expect(document.querySelectorAll('.print-leaf')).toHaveLength(2);
    const [first, second] = [...document.querySelectorAll('.print-leaf')].map((leaf) => leaf.textContent ?? '');
    expect(first).toContain('Because of the note.');
    expect(first).toContain('All of it.');
    expect(second).toMatch(/Signed 2031-05-05 09:00 UTC, [0-9a-f]{64}/);
  });
});

test('after a reload a file opens where something was written last', () => {
  sitInCourt({ firstSigned: true, drafts: { copy: { outcome: 'admit', boxes: BOXES } } });
  expect(screen.getByRole('button', { name: /Motions$/ }).getAttribute('aria-current')).toBe('step');
});

test('a read-only view has no button that writes', () => {
  sitInCourt({ rulings: [SIGNED] }, { readOnly: true });
  for (const name of ['Sign the judgment', 'Finish the court file'])
    expect(screen.queryByRole('button', { name })).toBeNull();
});
