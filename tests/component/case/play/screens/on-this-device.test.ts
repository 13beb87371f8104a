import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import OnThisDevice from '#case/play/screens/OnThisDevice.svelte';

const last = '2026-03-04T05:06:07.000Z';
const entries = [
  { id: 'done-case', title: 'A finished case', standing: { at: 'done', entries: 90, last } },
  { id: 'open-case', title: 'An open case', standing: { at: 'begun', entries: 12, last } },
  { id: 'old-case', title: 'An old case', standing: { at: 'set-aside', entries: 3, last: undefined } },
] as const;

describe('the list of attempts on this device', () => {
  it('lists attempts that can be continued first, each with a link', () => {
    render(OnThisDevice, { entries, lasting: true, base: '/kit/' });
    const rows = screen.getAllByRole('row').slice(1);
    expect(
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.replaceAll(/\s+/g, ' ').trim())),
    ).toEqual([
      ['An open case', 'begun, 12 entries in the attempt log', '2026-03-04, 05:06 UTC', 'Continue: An open case'],
      ['A finished case', 'done', '2026-03-04, 05:06 UTC', 'See the debrief: A finished case'],
      ['An old case', 'made with another version of the case', 'not known', 'Open the case: An old case'],
    ]);
    expect(
      within(rows[0] as HTMLElement)
        .getByRole('link')
        .getAttribute('href'),
    ).toBe('/kit/cases/open-case/');
  });

  it('says that it is loading, and then that no attempt has begun', async () => {
    const { rerender } = render(OnThisDevice, { entries: undefined, lasting: true, base: '/kit/' });
    expect(screen.getByRole('status').textContent).toMatch(/^Looking up/);
    await rerender({ entries: [] });
    expect(screen.getByText('Nothing is begun in this browser')).toBeTruthy();
    expect(screen.getByText(/You find it here again/)).toBeTruthy();
    await rerender({ lasting: false });
    expect(screen.getByText('This browser keeps nothing when the page is closed.')).toBeTruthy();
  });
});
