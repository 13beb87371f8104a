import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { hourForField } from '#room/control/screens/nearest-hour.ts';
import ReleaseClock from '#room/control/screens/ReleaseClock.svelte';
import type { ControlView } from '#room/model/protocol.ts';
import type { PartState } from '#room/model/room-state.ts';

const MINUTE = 60_000;
const NOW = new Date(2031, 4, 6, 14, 0, 10).getTime();
const at = (hours: number, minutes: number) => new Date(2031, 4, 6, hours, minutes).getTime();
const OPENED = ['Briefing', 'Find', 'Debrief'].map((title, n) => ({ id: `p${n}`, title }));

function show(parts: readonly Omit<PartState, 'id'>[], more: Partial<ControlView['room']> = {}) {
  const act = vi.fn(async () => ({ ok: true as const }));
  const room = {
    opened: { parts: OPENED },
    parts: OPENED.map(({ id }, n) => ({ id, ...parts[n] })),
    ...more,
  } as unknown as ControlView['room'];
  render(ReleaseClock, { room, now: NOW, hours: new Map([['p1', at(14, 24)]]), act });
  return act;
}
const released = { released: { by: 'facilitator' as const, at: 1 } };
const field = () => screen.getByLabelText<HTMLInputElement>('Hour');
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('a part that opens by the clock', () => {
  it('is the next one at the hour of the plan, if nothing else is chosen', async () => {
    const act = show([released]);

    expect(field().value).toBe(hourForField(at(14, 24)));
    await press('Open it at this hour');
    expect(act.mock.calls).toEqual([[{ type: 'release.scheduled', part: 'p1', opensAt: at(14, 24) }]]);
  });

  it('is any other closed one at the hour that is typed', async () => {
    const act = show([released]);

    await fireEvent.change(screen.getByLabelText('Part'), { target: { value: 'p2' } });
    await fireEvent.input(field(), { target: { value: '15:05' } });
    await press('Open it at this hour');
    expect(act.mock.calls).toEqual([[{ type: 'release.scheduled', part: 'p2', opensAt: at(15, 5) }]]);
  });

  it('has an hour that has not passed', async () => {
    const act = show([released]);

    await fireEvent.input(field(), { target: { value: '13:59' } });
    await press('Open it at this hour');
    expect(screen.getByText('This hour has passed.')).toBeTruthy();
    expect(document.activeElement).toBe(field());
    expect(act).not.toHaveBeenCalled();
  });

  it('opens earlier or later, or not by itself, once it is planned', async () => {
    const act = show([released, { planned: { opensAt: at(14, 3), setAt: 1 } }]);

    expect(screen.getByText(/^“Find” opens by itself at .+, in 3 min\.$/)).toBeTruthy();
    await press('“Find” 5 min earlier');
    await press('“Find” 5 min later');
    await press('Do not open by itself: “Find”');
    expect(act.mock.calls).toEqual([
      [{ type: 'release.scheduled', part: 'p1', opensAt: at(14, 1) }],
      [{ type: 'release.scheduled', part: 'p1', opensAt: at(14, 8) }],
      [{ type: 'release.taken-back', part: 'p1' }],
    ]);
  });

  it('is planned in whole minutes from now', async () => {
    const act = show([released]);

    await press('10 min from now: “Find”');
    expect(act.mock.calls).toEqual([[{ type: 'release.scheduled', part: 'p1', opensAt: at(14, 10) }]]);
  });

  it('is moved on by a pause, and says so', () => {
    show([released, { planned: { opensAt: at(14, 3), setAt: 1 } }], { pausedSince: NOW - MINUTE });

    expect(screen.getByText(/The pause moves this on\.$/)).toBeTruthy();
  });

  it('is none once every part is open', () => {
    show([released, released, released]);

    expect(screen.queryByText('Open a part by the clock')).toBeNull();
  });
});
