import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import Hints from '#case/play/screens/Hints.svelte';

const HINTS = [
  { text: 'Read the record first.', cost: 1 },
  { text: 'Ask who else may read it.', cost: 2 },
  { text: 'Nobody is in a hurry.', cost: 0 },
];
const given = (changes: object = {}) => ({ hints: HINTS, taken: [] as number[], most: 3, take: vi.fn(), ...changes });

describe('Hints', () => {
  it('shows the cost of a hint first, and gives the hint only after confirmation', async () => {
    const props = given();
    render(Hints, props);
    expect(screen.queryByText('Read the record first.')).toBeNull();

    const ask = screen.getByRole('button', { name: 'Take a hint (1 of 3 for this step)' });
    expect(ask.getAttribute('aria-expanded')).toBe('false');
    await fireEvent.click(ask);
    expect(ask.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(/costs 1 of the 3 points/)).toBeTruthy();
    expect(props.take).not.toHaveBeenCalled();

    await fireEvent.click(screen.getByRole('button', { name: 'Take it for 1 point' }));
    expect(props.take).toHaveBeenCalledExactlyOnceWith(0);
  });

  it('says that no further hint of the case has a cost', async () => {
    const { rerender } = render(Hints, given({ hints: HINTS.slice(0, 1), most: 1 }));
    await fireEvent.click(screen.getByRole('button', { name: 'Take a hint (1 of 1 for this step)' }));
    expect(screen.getByText(/^This hint costs 1 point\. No other hint of this case costs any\./)).toBeTruthy();

    await rerender({ hints: HINTS.slice(1, 2), most: 2 });
    expect(screen.getByText(/^This hint costs 2 points\. No other hint/)).toBeTruthy();
  });

  it('can be declined, and returns the focus to the button', async () => {
    const props = given();
    render(Hints, props);
    const ask = screen.getByRole('button', { name: 'Take a hint (1 of 3 for this step)' });
    await fireEvent.click(ask);
    await fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
    expect(props.take).not.toHaveBeenCalled();
    expect(ask.getAttribute('aria-expanded')).toBe('false');
    await expect.poll(() => document.activeElement).toBe(ask);
  });

  it('keeps showing the given hints and offers the next one until the last', async () => {
    const { rerender } = render(Hints, given({ taken: [0] }));
    expect(screen.getByText('Read the record first.')).toBeTruthy();
    expect(screen.queryByText('Ask who else may read it.')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Take a hint (2 of 3 for this step)' }));
    expect(screen.getByRole('button', { name: 'Take it for 2 points' })).toBeTruthy();

    await rerender({ taken: [0, 1] });
    await fireEvent.click(screen.getByRole('button', { name: 'Take a hint (3 of 3 for this step)' }));
    expect(screen.getByText(/costs nothing/)).toBeTruthy();

    await rerender({ taken: [0, 1, 2] });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('shows the given hints in a read-only tab and offers no further ones', () => {
    render(Hints, given({ taken: [0], readOnly: true }));
    expect(screen.getByText('Read the record first.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
