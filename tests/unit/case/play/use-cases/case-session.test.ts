import { describe, expect, it } from 'vitest';
import { type AttemptLog, firstBrokenEvent, recordEvent } from '#case/attempt/model/attempt-log.ts';
import type { SavedAttempt } from '#case/parts/use-cases/ports.ts';
import {
  beginCase,
  type CasePorts,
  type CaseSession,
  isTaken,
  leaveCase,
  openSavedCase,
  retryCase,
} from '#case/play/use-cases/case-session.ts';
import { aRoom, PART, takenElsewhere } from '../../../../support/builders/a-room.ts';

const CASE = PART.scenario.id;

/** Reads the briefing and opens two ads. */
async function play(session: CaseSession) {
  await session.record({ type: 'scene.continued', state: 'briefing' });
  for (const ad of ['0301', '0302'])
    await session.record({ type: 'exercise.acted', state: 'find', action: { type: 'ad.opened', ad } });
}

/** A room after an attempt was played and left, with its stored log changed since. */
async function leftBehind(
  change: (saved: AttemptLog) => { header?: unknown; events?: readonly unknown[] },
): Promise<CasePorts> {
  const room = aRoom();
  const session = await beginCase(PART, room);
  await play(session);
  const saved = {
    id: session.log.header.id,
    header: session.log.header,
    events: session.log.events,
    ...change(session.log),
  } as SavedAttempt;
  return {
    ...room,
    store: { ...room.store, newest: async (scenario) => (await room.store.newest(scenario)) && saved },
  };
}

describe('an attempt', () => {
  it('begins with a header that names the text and the market of the case', async () => {
    const { log, attempt } = await beginCase(PART, aRoom());

    expect(log).toEqual({
      header: {
        schema: 'attempt/1',
        id: 'attempt-1',
        scenario: CASE,
        scenarioHash: PART.scenario.hash,
        marketId: PART.market.marketId,
        generatorVersion: PART.market.generatorVersion,
        locale: 'en',
        wall: '2026-01-01T00:00:01.000Z',
      },
      events: [],
    });
    expect(attempt).toMatchObject({ state: 'briefing', clock: PART.scenario.start });
  });

  it('advances at once, before storage has answered', async () => {
    const session = await beginCase(
      PART,
      aRoom(() => ({ append: () => new Promise(() => undefined) })),
    );
    session.record({ type: 'scene.continued', state: 'briefing' });

    expect(session.attempt.state).toBe('find');
    expect(session.log.events).toHaveLength(1);
    expect(session.savedAt).toBeUndefined();
  });

  it('is saved event by event, in order', async () => {
    const room = aRoom();
    const session = await beginCase(PART, room);
    await play(session);

    const saved = await room.store.newest(CASE);

    expect(saved?.events).toEqual(session.log.events);
    expect(firstBrokenEvent(session.log)).toBeUndefined();
    expect(session.savedAt).toBe(session.log.events.at(-1)?.wall);
  });

  it('keeps the order even where storage is slow with the first event', async () => {
    const written: number[] = [];
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const room = aRoom(() => ({
      append: async (_, { seq }) => {
        if (seq === 1) await slow;
        written.push(seq);
      },
    }));
    const session = await beginCase(PART, room);

    const first = session.record({ type: 'scene.continued', state: 'briefing' });
    const second = session.record({ type: 'exercise.committed', state: 'find' });
    release();
    await Promise.all([first, second]);

    expect(written).toEqual([1, 2]);
  });

  it('is playable without storage, and does not claim to be saved', async () => {
    const session = await beginCase(
      PART,
      aRoom(() => ({ lasting: false })),
    );
    await play(session);

    expect(session.attempt.responses.find).toMatchObject({ opened: ['0301', '0302'] });
    expect(session.savedAt).toBeUndefined();
  });

  it('rejects where another tab wrote first', async () => {
    const session = await beginCase(PART, aRoom(takenElsewhere));
    const error = await session
      .record({ type: 'scene.continued', state: 'briefing' })
      .catch((reason: unknown) => reason);

    expect(isTaken(error)).toBe(true);
    expect(isTaken(new Error('the disk is full'))).toBe(false);
  });

  it('throws for a step that the case does not allow, and stays unchanged', async () => {
    const room = aRoom();
    const session = await beginCase(PART, room);

    expect(() => session.record({ type: 'decision.made', state: 'desk', option: 'close' })).toThrow('cannot happen');
    expect(session.log.events).toEqual([]);
    expect((await room.store.newest(CASE))?.events).toEqual([]);
  });
});

describe('opening the case again', () => {
  it('finds nothing where nobody has played', async () => {
    expect(await openSavedCase(PART, aRoom())).toEqual({ session: undefined, setAside: undefined });
  });

  it('continues where it was left', async () => {
    const room = aRoom();
    const before = await beginCase(PART, room);
    await play(before);

    const { session, setAside } = await openSavedCase(PART, room);
    await session?.record({ type: 'exercise.committed', state: 'find' });

    expect(setAside).toBeUndefined();
    expect(session?.attempt.state).toBe('desk');
    expect(session?.log.events.slice(0, -1)).toEqual(before.log.events);
    expect(session && firstBrokenEvent(session.log)).toBeUndefined();
  });

  it.each<[string, (log: AttemptLog) => { header?: unknown; events?: readonly unknown[] }]>([
    ['has no header', () => ({ header: undefined })],
    ['is of a later version', ({ header }) => ({ header: { ...header, schema: 'attempt/2' } })],
    [
      'was changed by hand',
      ({ events }) => ({ events: events.map((event, n) => (n === 1 ? { ...event, wall: 'later' } : event)) }),
    ],
    ['has lost an event', ({ events }) => ({ events: events.slice(1) })],
    [
      'tells of something that cannot have happened',
      (log) => {
        const step = { type: 'decision.made', state: 'desk', option: 'close' } as const;
        return { events: [recordEvent({ ...log, events: [] }, step, PART.scenario.start, 'wall')] };
      },
    ],
    [
      'holds an act that no exercise knows',
      (log) => {
        const step = {
          type: 'exercise.acted',
          state: 'find',
          action: { type: 'ad.judged', ad: '0301', band: 'arrest', certainty: 1 },
        } as const;
        return { events: [recordEvent({ ...log, events: [] }, step, PART.scenario.start, 'wall')] };
      },
    ],
  ])('an attempt that %s is set aside and kept, and the case can be begun', async (_, change) => {
    const room = await leftBehind(change);

    const { session, setAside } = await openSavedCase(PART, room);

    expect(session).toBeUndefined();
    expect(setAside).toEqual({ attempt: expect.objectContaining({ id: 'attempt-1' }) });
    expect((await room.store.away(CASE)).map(({ id, why }) => ({ id, why }))).toEqual([
      { id: 'attempt-1', why: 'unreadable' },
    ]);
    expect((await beginCase(PART, room)).attempt.state).toBe('briefing');
  });

  it.each([
    ['at another text of the case', { scenarioHash: 'f'.repeat(64) }],
    ['over another market', { marketId: '0'.repeat(16) }],
  ])('an attempt %s is put away as such, and nobody is told that it could not be read', async (_, change) => {
    const room = await leftBehind(({ header }) => ({ header: { ...header, ...change }, events: [] }));

    const { session, setAside } = await openSavedCase(PART, room);

    expect(session).toBeUndefined();
    expect(setAside).toEqual({ attempt: expect.objectContaining({ id: 'attempt-1' }), otherText: true });
    expect((await room.store.away(CASE)).map(({ why }) => why)).toEqual(['other-text']);
  });

  it.each([
    ['an earlier version', PART.market.generatorVersion - 1, (log: AttemptLog) => log.events],
    ['a later version, with acts that are not known here', PART.market.generatorVersion + 1, () => [{ type: 'new' }]],
  ])('an attempt over a market of %s is put away as such and never replayed', async (_, then, eventsOf) => {
    const room = await leftBehind((log) => ({
      header: { ...log.header, generatorVersion: then },
      events: eventsOf(log),
    }));

    const { session, setAside } = await openSavedCase(PART, room);

    expect(session).toBeUndefined();
    expect(setAside?.versions).toEqual({ then, now: PART.market.generatorVersion });
    expect(setAside?.attempt).toMatchObject({ id: 'attempt-1', header: { generatorVersion: then } });
    expect((await room.store.away(CASE)).map(({ id, why }) => ({ id, why }))).toEqual([
      { id: 'attempt-1', why: 'other-version' },
    ]);
    expect((await beginCase(PART, room)).attempt.state).toBe('briefing');
  });

  it('starting again keeps the old attempt', async () => {
    const room = aRoom();
    const old = await beginCase(PART, room);
    await play(old);

    const fresh = await beginCase(PART, room, old);

    expect(fresh.log.header.id).toBe('attempt-2');
    expect(fresh.log.events).toEqual([]);
    expect(await room.store.away(CASE)).toEqual([
      expect.objectContaining({ id: 'attempt-1', why: 'restarted', events: old.log.events }),
    ]);
    expect((await room.store.newest(CASE))?.id).toBe('attempt-2');
  });

  it('a retry keeps the first attempt, is stored completely, and is still a retry after reopening', async () => {
    const room = aRoom();
    const first = await beginCase(PART, room);
    await play(first);
    const from = first.log.events.length;

    const retry = await retryCase(PART, room, first, from);
    const { session: again } = await openSavedCase(PART, room);

    expect(await room.store.away(CASE)).toEqual([
      expect.objectContaining({ id: 'attempt-1', why: 'retried', events: first.log.events }),
    ]);
    expect(again?.log).toEqual(retry.log);
    expect(again?.log.header.retry).toEqual({ of: 'attempt-1', from });
    expect(again?.log.events).toHaveLength(from - 1);
    await again?.record({ type: 'exercise.committed', state: 'find' });
    expect(again?.attempt.state).toBe('desk');
  });

  it('leaving an attempt puts it away, and none is open until a new one begins', async () => {
    const room = aRoom();
    const session = await beginCase(PART, room);
    await play(session);

    await leaveCase(room, session);

    expect((await openSavedCase(PART, room)).session).toBeUndefined();
    expect((await room.store.away(CASE)).map(({ why }) => why)).toEqual(['restarted']);
  });
});
