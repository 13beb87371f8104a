import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import { presentDraft } from '#library/review/model/review-draft.ts';
import type { ReviewForm } from '#library/review/model/review-form.ts';
import ReviewFields from '#library/review/screens/ReviewFields.svelte';

const statement = (id: string) => ({ id, kind: 'option' as const, about: 'A scene', text: `Say ${id}.`, sources: [] });
const subject: ReviewSubject = {
  schema: 'review-subject/1',
  of: 'case',
  id: 'a-case',
  title: 'A case',
  textHash: 'f'.repeat(64),
  statements: [statement('a'), statement('b')],
  leftOut: ['Read the ads'],
};
const LAW = 'Law and procedure';
const SUPPORT = 'The view of survivors or of victim support';
const WORDINGS: ReviewSubject = {
  ...subject,
  of: 'wordings',
  statements: [
    { ...statement('a'), kind: 'text', topic: 'wordings', text: 'Read first.\n– One?\n– Two?\nThen say it.' },
    { ...statement('b'), kind: 'wordings', text: 'Only in: slips\n– [town] now\n– now, [town]' },
    { ...statement('c'), kind: 'doubt', text: 'Is it right?' },
  ],
  leftOut: ['whole ads', 'plain lines'],
};
function show(kept?: unknown, shown = subject) {
  const [onsave, onkeep] = [vi.fn<(form: ReviewForm) => Promise<void>>(async () => {}), vi.fn(() => true)];
  const draft = presentDraft(kept);
  render(ReviewFields, {
    subject: shown,
    draft,
    base: '/',
    words: { 'topic.tasting.cup': 'What a cup holds' },
    today: () => '2031-03-12',
    onkeep,
    onforget: () => {},
    onsave,
    onprint: () => {},
  });
  return { onsave, onkeep };
}
const answer = (n: number, name: string) => {
  const [first, second] = screen.getAllByRole('group', { name: 'Do you agree?' });
  return within((n === 1 ? first : second) as HTMLElement).getByRole('radio', { name }) as HTMLInputElement;
};

describe('the form of a review', () => {
  it('has no answer before it is said what it is for', async () => {
    show();
    expect(
      screen.getAllByRole('group', { name: 'Do you agree?' }).every((one) => (one as HTMLFieldSetElement).disabled),
    ).toBe(true);

    await fireEvent.click(screen.getByRole('radio', { name: LAW }));
    expect(answer(1, 'Agree').matches(':disabled')).toBe(false);
  });

  it('keeps the answers of each aspect apart', async () => {
    show();
    await fireEvent.click(screen.getByRole('radio', { name: LAW }));
    await fireEvent.click(answer(1, 'Agree'));
    await fireEvent.click(screen.getByRole('radio', { name: SUPPORT }));
    expect(answer(1, 'Agree').checked).toBe(false);

    await fireEvent.click(answer(1, 'Dispute'));
    await fireEvent.click(screen.getByRole('radio', { name: LAW }));
    expect(answer(1, 'Agree').checked).toBe(true);
  });

  it('says what is vouched for, and leaves to others what is not of the field', async () => {
    const { onsave } = show();
    await fireEvent.click(screen.getByRole('radio', { name: LAW }));
    await fireEvent.click(answer(1, 'Agree'));
    await fireEvent.click(answer(2, 'Not my field, cannot say'));
    expect(screen.getByText(/under “Law and procedure”.*Agreed: 1\. Disputed: 0\. Not judged by you: 1/)).toBeTruthy();

    await fireEvent.input(screen.getByLabelText(/^Name or role/), { target: { value: 'A judge' } });
    await fireEvent.click(screen.getByRole('checkbox'));
    await fireEvent.click(screen.getByRole('button', { name: 'Save the form' }));
    expect(onsave.mock.calls[0]?.[0]).toMatchObject({
      aspect: 'law',
      statements: [
        { id: 'a', verdict: 'agree' },
        { id: 'b', verdict: 'cannot-say' },
      ],
    });
  });

  it('is not saved where nothing is judged', async () => {
    const { onsave } = show();
    await fireEvent.click(screen.getByRole('radio', { name: LAW }));
    for (const n of [1, 2]) await fireEvent.click(answer(n, 'Not my field, cannot say'));
    await fireEvent.click(screen.getByRole('button', { name: 'Save the form' }));

    expect(screen.getByText(/A review judges at least one/)).toBeTruthy();
    expect(onsave).not.toHaveBeenCalled();
  });

  it('goes on with what was kept, also by an earlier version of the site, which knew one set of answers', () => {
    show({ aspect: 'law', statements: [{ id: 'b', verdict: 'dispute', why: 'The rule differs.' }] });

    expect(answer(2, 'Dispute').checked).toBe(true);
    expect(screen.getByText(/Read the ads.*does not cover/)).toBeTruthy();
  });
});

describe('the form of wordings', () => {
  it('shows what a list begins with as a paragraph, and its wordings as a list', () => {
    show(undefined, WORDINGS);
    const lists = screen
      .getAllByRole('list')
      .map((list) => [...list.children].map((one) => one.textContent))
      .filter((entries) => entries.every((entry) => entry.length < 12));

    expect(lists).toEqual([
      ['One?', 'Two?'],
      ['[town] now', 'now, [town]'],
    ]);
    expect(['Read first.', 'Then say it.', 'Only in: slips'].map((text) => screen.getByText(text).tagName)).toEqual(
      Array(3).fill('P'),
    );
    expect(screen.getByText(/does not hold whole ads, plain lines.*can print them/)).toBeTruthy();
  });

  it('asks whether wordings may stay, and saves a no with the wording that must not', async () => {
    const { onsave } = show(undefined, WORDINGS);
    const pick = (group: string, name: string) =>
      fireEvent.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name }));
    await fireEvent.click(screen.getByRole('radio', { name: SUPPORT }));
    await pick('Do you agree?', 'Agree');
    await pick('May all these wordings stay?', 'No');
    await pick('What do you say?', 'Yes');
    await fireEvent.input(screen.getByLabelText('Which wording must not stay, and why?'), {
      target: { value: '“[town] now”: it hurts.' },
    });
    await fireEvent.input(screen.getByLabelText(/^Name or role/), { target: { value: 'A support service' } });
    await fireEvent.click(screen.getByRole('checkbox'));
    await fireEvent.click(screen.getByRole('button', { name: 'Save the form' }));

    expect(onsave.mock.calls[0]?.[0]).toMatchObject({
      of: 'wordings',
      aspect: 'support',
      statements: [
        { id: 'a', verdict: 'agree' },
        { id: 'b', verdict: 'dispute', why: '“[town] now”: it hurts.' },
        { id: 'c', verdict: 'agree' },
      ],
    });
  });
});
