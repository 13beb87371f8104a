import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import PortfolioFileTools from '#learning/portfolio/screens/PortfolioFileTools.svelte';

describe('everything deleted from the device', () => {
  it('is asked about first, and the answer that has the focus keeps it', async () => {
    const onforget = vi.fn();
    render(PortfolioFileTools, { said: '', fault: '', lasting: true, onsave: () => {}, onopen: () => {}, onforget });

    await fireEvent.click(screen.getByRole('button', { name: 'Delete everything from this device' }));
    expect(onforget).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(onforget).not.toHaveBeenCalled();

    await fireEvent.click(screen.getByRole('button', { name: 'Delete everything from this device' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Delete everything' }));
    expect(onforget).toHaveBeenCalledOnce();
  });
});
