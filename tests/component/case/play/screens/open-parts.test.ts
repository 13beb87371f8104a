import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import OpenParts from '#case/play/screens/OpenParts.svelte';

const PARTS = [
  { id: 'read', title: 'Read the market' },
  { id: 'wait', title: 'A call is due', due: 'Day 1, 19:10 UTC' },
];

describe('OpenParts', () => {
  it('lists the parts open at the same time, marks the current one, and switches to the other', async () => {
    const go = vi.fn();
    render(OpenParts, { parts: PARTS, front: 'read', go });
    const list = screen.getByRole('navigation', { name: 'Open at the same time' });
    expect(list.querySelector('[aria-current]')?.textContent).toMatch(/Read the market/);
    const other = screen.getByRole('button', { name: /A call is due\s*runs out Day 1, 19:10 UTC/ });
    await fireEvent.click(other);
    expect(go).toHaveBeenCalledExactlyOnceWith('wait');
  });

  it('is not shown where only one part is open', () => {
    render(OpenParts, { parts: PARTS.slice(0, 1), front: 'read', go: () => {} });
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
