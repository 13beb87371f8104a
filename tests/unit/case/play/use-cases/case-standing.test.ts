import { describe, expect, it } from 'vitest';
import { beginCase } from '#case/play/use-cases/case-session.ts';
import { caseStanding } from '#case/play/use-cases/case-standing.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { aRoom, PART } from '../../../../support/builders/a-room.ts';
import { LATER_KINDS } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

describe('the state of the attempt at a case on a device', () => {
  it('is undefined without an attempt, and for an empty one', async () => {
    const room = aRoom();
    expect(await caseStanding(PART, room.store, LATER_KINDS)).toBeUndefined();
    await beginCase(PART, room);
    expect(await caseStanding(PART, room.store, LATER_KINDS)).toBeUndefined();
  });

  it('is begun after the first step, with the number of entries and the time of the last', async () => {
    const room = aRoom();
    const session = await beginCase(PART, room);
    await session.record({ type: 'scene.continued', state: 'briefing' });
    await session.record({ type: 'exercise.acted', state: 'find', action: { type: 'ad.opened', ad: '0301' } });
    const last = session.log.events.at(-1)?.wall;
    expect(await caseStanding(PART, room.store, LATER_KINDS)).toEqual({ at: 'begun', entries: 2, last });
  });

  it('is done where the attempt has ended', async () => {
    const { material, answers } = smallCase();
    const { header, events } = playCase(material, answers, 'oracle', '2026-01-01T00:00:00Z');
    const room = aRoom();
    await room.store.create(header, events);
    expect(await caseStanding(PART, room.store, LATER_KINDS)).toMatchObject({ at: 'done', entries: events.length });
  });

  it('is set aside for an attempt at another text, without changing the store', async () => {
    const room = aRoom();
    const session = await beginCase(PART, room);
    await session.record({ type: 'scene.continued', state: 'briefing' });
    const other = { ...PART, scenario: { ...PART.scenario, hash: 'another' } };
    expect(await caseStanding(other, room.store, LATER_KINDS)).toEqual({
      at: 'set-aside',
      entries: 1,
      last: undefined,
    });
    expect(await room.store.newest(PART.scenario.id)).toMatchObject({ id: session.log.header.id });
    expect(await room.store.away(PART.scenario.id)).toEqual([]);
  });
});
