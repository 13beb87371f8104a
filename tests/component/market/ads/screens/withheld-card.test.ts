import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import WithheldCard from '#market/ads/screens/WithheldCard.svelte';
import { textOf } from '../../../../support/market/text-of.ts';

const facts = ['Account eight days old.', 'Published again on day 3.'];

describe('WithheldCard', () => {
  it('shows facts and two equally prominent buttons, and no link to the ad', () => {
    const { container } = render(WithheldCard, { adId: '0303', facts, escalated: false, onescalate: () => {} });
    expect(screen.getByRole('heading', { name: 'Ad withheld – possible minor' })).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(facts);
    const buttons = screen.getAllByRole('button');
    expect(buttons.map((button) => button.textContent)).toEqual([
      'Hand to child protection and specialised police',
      'Only note the address for later',
    ]);
    expect(new Set(buttons.map((button) => button.className)).size).toBe(1);
    expect(container.querySelector('a, img, input')).toBeNull();
  });

  it('hands over once, and keeps the focus where the button was', async () => {
    const onescalate = vi.fn();
    const { rerender } = render(WithheldCard, { adId: '0303', facts, escalated: false, onescalate });
    await fireEvent.click(screen.getByRole('button', { name: /Hand to/ }));
    expect(onescalate).toHaveBeenCalledOnce();
    await rerender({ escalated: true });
    expect(screen.queryByRole('button')).toBeNull();
    expect(textOf(document.activeElement)).toMatch('Handed to child protection');
  });

  it('says that noting the address informs no authority', () => {
    render(WithheldCard, { adId: '0303', facts, escalated: false, onescalate: () => {}, logged: true });
    expect(textOf(screen.getByRole('status'))).toMatch('The address of ad 0303 is noted. Nobody has been told yet.');
  });
});
