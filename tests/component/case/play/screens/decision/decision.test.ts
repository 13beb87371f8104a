import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import Decision from '#case/play/screens/decision/Decision.svelte';

const scene = {
  title: 'Someone else picks up',
  sub: 'Decision 4 of 8',
  text: 'It rings five times.\n\nA door closes.',
  talk: [{ who: 'The voice', says: 'Who is this?' }],
  question: 'What do you do?',
  options: [
    { id: 'x', text: 'Ring off.' },
    { id: 'y', text: 'Stay on.' },
  ],
};

describe('a decision', () => {
  test('without a choice shows an error, sends nothing, and moves the focus to the options', async () => {
    const choose = vi.fn();
    render(Decision, { props: { ...scene, choose } });
    await fireEvent.click(screen.getByRole('button', { name: 'Do this' }));
    expect(choose).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('Choose an answer first.');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Ring off.' }));
  });

  test('passes on the id of the chosen option', async () => {
    const choose = vi.fn();
    render(Decision, { props: { ...scene, choose } });
    await fireEvent.click(screen.getByRole('radio', { name: 'Stay on.' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Do this' }));
    expect(choose).toHaveBeenCalledExactlyOnceWith('y');
  });

  test('keeps the order of the case and styles all options alike', () => {
    render(Decision, { props: { ...scene, choose: () => {} } });
    const labels = [...document.querySelectorAll('.choice')];
    expect(labels.map((label) => label.textContent?.trim().at(0))).toEqual(['A', 'B']);
    expect(new Set(labels.map((label) => label.className)).size).toBe(1);
  });

  test('splits the text into paragraphs and names the speakers', () => {
    render(Decision, { props: { ...scene, choose: () => {} } });
    expect(document.querySelectorAll('.prose p')).toHaveLength(2);
    expect(screen.getByText('The voice')).toBeTruthy();
  });

  test('an unrated choice promises no reasons', () => {
    render(Decision, { props: { ...scene, rated: false, choose: () => {} } });
    expect(screen.getByText('Cannot be taken back.')).toBeTruthy();
  });

  test('read only, nothing can be chosen', () => {
    render(Decision, { props: { ...scene, readOnly: true, choose: () => {} } });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('group', { name: 'Your answer' })).toHaveProperty('disabled', true);
  });
});
