import { render, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import CaseBar from '#case/play/screens/CaseBar.svelte';
import CaseStatus from '#case/play/screens/CaseStatus.svelte';

const STAGES = [
  { id: 'a', title: 'Briefing', state: 'done' },
  { id: 'b', title: 'Find', state: 'current' },
] as const;

describe('CaseBar', () => {
  it('orders the stages first, then the standing, then the tools', () => {
    const tools = createRawSnippet(() => ({ render: () => '<button type="button">Pause</button>' }));
    render(CaseBar, { stages: STAGES, offline: { ready: true }, savedAt: '14:12 UTC', tools });
    const order = [
      screen.getByRole('navigation', { name: 'Parts of this case' }),
      screen.getByText('Saved 14:12 UTC'),
      screen.getByRole('button', { name: 'Pause' }),
    ];
    for (const [n, next] of order.slice(1).entries()) {
      expect(order[n]?.compareDocumentPosition(next)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    }
  });

  it('renders without tools and before the first save', () => {
    render(CaseBar, { stages: STAGES, offline: { ready: false } });
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByText(/Saved/)).toBeNull();
    expect(screen.getByRole('status').textContent?.trim()).toBe('');
  });

  it('always marks a retry and the role, and neither in an ordinary attempt', async () => {
    const { rerender } = render(CaseBar, { stages: STAGES, offline: { ready: false } });
    expect(screen.queryByText(/Retry|Role:/)).toBeNull();
    await rerender({ retryFrom: 3, role: 'Prosecutor' });
    expect(screen.getByText('Retry from step 3')).toBeTruthy();
    expect(screen.getByText('Role: Prosecutor')).toBeTruthy();
  });
});

describe('CaseStatus', () => {
  it('shows the download progress in words and as a labelled bar', () => {
    render(CaseStatus, { offlineReady: false, offlineBusy: { done: 3, of: 12 } });
    const bar = screen.getByRole('progressbar', { name: 'Keeping for offline use: 3 of 12' });
    expect(bar.getAttribute('value')).toBe('3');
    expect(bar.getAttribute('max')).toBe('12');
  });

  it('announces in an existing live region that the network is no longer needed', async () => {
    const { rerender } = render(CaseStatus, { offlineReady: false, offlineBusy: { done: 11, of: 12 } });
    const region = screen.getByRole('status');
    await rerender({ offlineReady: true });
    expect(within(region).getByText('Ready offline')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('says that the copy is not whole, unless it is being completed or has become whole', async () => {
    const { rerender } = render(CaseStatus, { offlineReady: false, offlineMissing: true });
    const region = screen.getByRole('status');
    expect(region.textContent?.trim()).toBe('Not ready offline');
    await rerender({ offlineBusy: { done: 3, of: 12 } });
    expect(region.textContent?.trim()).toBe('');
    await rerender({ offlineReady: true });
    expect(region.textContent?.trim()).toBe('Ready offline');
  });
});
