import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Consequence from '#case/play/screens/decision/Consequence.svelte';
import type { Explanation } from '#case/play/screens/decision/explanation.ts';

const explanation: Explanation = {
  rating: 'harmful',
  reason: 'The voice now knows that somebody asks.',
  principle: 'Protect the next hours of the person.',
  sources: [
    { code: 'WHO03', mark: 'V', says: 'Standard 2.' },
    { code: 'LANZ', mark: 'U', says: 'Article 35.' },
  ],
};
const props = { optionText: 'Ask who is speaking.', then: 'The line is dead.', proceed: vi.fn() };

describe('a consequence', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('shows what happened before the reasons are loaded, and can be left at once', async () => {
    render(Consequence, { props });
    expect(screen.getByText('The line is dead.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(props.proceed).toHaveBeenCalledOnce();
  });

  test('shows no progress indicator for 300 ms, then a labelled one', async () => {
    render(Consequence, { props });
    await tick();
    vi.advanceTimersByTime(299);
    await tick();
    expect(screen.queryByRole('progressbar')).toBeNull();
    vi.advanceTimersByTime(1);
    await tick();
    expect(screen.getByRole('progressbar', { name: 'Fetching the reasons' })).toBeTruthy();
  });

  test('shows verdict and reason, then principle, then sources with their grade', () => {
    render(Consequence, { props: { ...props, explanation, base: '/kit/' } });
    const text = document.body.textContent ?? '';
    const order = ['The line is dead.', 'This step could have harmed', 'Protect the next hours', 'Standard 2.'];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(screen.getByText('U, unverified').className).toContain('grade--u');
    expect(screen.getByRole('link', { name: 'WHO03' }).getAttribute('href')).toBe('/kit/sources/#who03');
  });

  test('a red line is a stop notice in words', () => {
    render(Consequence, { props: { ...props, explanation: { ...explanation, rating: 'red' } } });
    expect(document.querySelector('.notice--stop')?.textContent).toContain('Red line');
  });

  test('reports reasons of another version of the case', () => {
    render(Consequence, { props: { ...props, failed: 'other-version' } });
    expect(screen.getByText(/of another version of this case and are not shown\. Reload the page\./)).toBeTruthy();
  });

  test('says of sealed reasons where they open', () => {
    render(Consequence, { props: { ...props, failed: 'sealed' } });
    expect(screen.getByText(/The debrief asks for the gate words/)).toBeTruthy();
    expect(document.querySelector('.notice--error')).toBeNull();
  });

  test('reports reasons that cannot be fetched, and does not wait for an unrated decision', async () => {
    const { rerender } = render(Consequence, { props: { ...props, failed: 'failed' } });
    expect(screen.getByText(/could not be fetched/)).toBeTruthy();
    await rerender({ ...props, failed: undefined, rated: false });
    expect(screen.queryByRole('heading', { name: 'Why' })).toBeNull();
  });
});
