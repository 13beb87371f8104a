import { describe, expect, it } from 'vitest';
import { barrierAt, isAllOpen } from '#room/model/barrier.ts';
import { lostSince, minutesLost, retryAfter } from '#room/model/contact.ts';
import { HEARTBEAT_MS } from '#room/model/protocol.ts';

describe('contact with the room', () => {
  it('is lost after twice the heartbeat', () => {
    expect(lostSince(1_000, 1_000 + 2 * HEARTBEAT_MS)).toBeUndefined();
    expect(lostSince(1_000, 1_001 + 2 * HEARTBEAT_MS)).toBe(1_000);
  });

  it('loss is counted in whole minutes, at least one', () => {
    expect([minutesLost(0, 31_000), minutesLost(0, 60_000), minutesLost(0, 179_000)]).toEqual([1, 1, 2]);
  });

  it('is retried soon, then less often, without end', () => {
    expect([1, 2, 3, 4, 5, 50].map(retryAfter)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });
});

describe('the barrier of a team', () => {
  const parts = [
    { id: 'find', title: 'Find', released: true },
    { id: 'reach', title: 'Reach out', released: false },
  ];
  const view = { parts, held: false, paused: false };

  it('is the gate of a part that is not released', () => {
    expect([barrierAt(view, 'find'), barrierAt(view, 'reach'), barrierAt(view)]).toEqual([
      undefined,
      'gate',
      undefined,
    ]);
  });

  it('is the pause before the hold, and the hold before the gate', () => {
    expect(barrierAt({ ...view, held: true }, 'reach')).toBe('held');
    expect(barrierAt({ ...view, held: true, paused: true }, 'find')).toBe('paused');
  });

  it('leaves answers open once the last part is released', () => {
    expect(isAllOpen(view)).toBe(false);
    expect(isAllOpen({ parts: parts.map((part) => ({ ...part, released: true })) })).toBe(true);
  });
});
