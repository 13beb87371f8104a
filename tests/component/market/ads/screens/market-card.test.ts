import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import MarketCard from '#market/ads/screens/MarketCard.svelte';
import { SMALL_CARD as profile } from '../../../../support/market/small-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

it('shows law, habits and the median of each town', () => {
  render(MarketCard, { profile });
  for (const line of profile.law) expect(screen.getByText(line)).toBeTruthy();
  expect(screen.getByText('Tessaval, Orlish')).toBeTruthy();
  const table = screen.getByRole('table', { name: 'Usual price of one hour' });
  expect(textOf(table)).toMatch(/Ostrel\s*150/);
  expect(textOf(table)).toMatch(/Kelvast\s*140/);
});

it.each(['jobs', 'social'] as const)('gives the pay of a month where %s are offered', (family) => {
  render(MarketCard, { profile: { ...profile, family } });
  expect(screen.getByRole('table', { name: 'Usual pay of one month' })).toBeTruthy();
});
