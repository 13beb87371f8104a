import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import ComingQuestion from '#learning/track/screens/ComingQuestion.svelte';

const question = {
  ask: 'What?',
  answers: [
    { text: 'Three', right: false, why: 'It is not.' },
    { text: 'One', right: true, why: 'It is.' },
  ],
  places: [2, 0],
  wording: 'first' as const,
};
const shown = () => {
  const onanswer = vi.fn();
  render(ComingQuestion, { question, lesson: 'L', href: '/learn/j1/', n: 1, count: 1, onanswer, onnext: () => {} });
  return onanswer;
};
const give = () => fireEvent.submit(screen.getByRole('button', { name: 'Answer' }).closest('form') as HTMLFormElement);

describe('a question that has come back', () => {
  it('explains nothing, and asks for a choice, while none is made', async () => {
    const onanswer = shown();
    await give();

    expect(onanswer).not.toHaveBeenCalled();
    expect(screen.getByText('Choose an answer first.')).toBeTruthy();
    expect(screen.queryByText(/It is/)).toBeNull();
  });

  it('hands over the place in the wording and not on the screen, once, and then says what is right', async () => {
    const onanswer = shown();
    await fireEvent.click(screen.getByRole('radio', { name: /Three/ }));
    await give();

    expect(onanswer.mock.calls).toEqual([[2, false]]);
    expect(screen.getByText('Not right.', { exact: false })).toBeTruthy();
    expect(screen.getByText(/One It is\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
    for (const radio of screen.getAllByRole('radio')) expect((radio as HTMLInputElement).disabled).toBe(true);
  });
});
