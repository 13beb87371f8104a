import { describe, expect, it } from 'vitest';
import { undoOf } from '#room/control/screens/undo-of.ts';
import type { ControlAction } from '#room/model/protocol.ts';
import { advanceRoom } from '#room/model/replay-room.ts';
import { type RoomAction, roomEvent } from '#room/model/room-events.ts';
import { aRoom, stateAfter } from '../../../../support/room/a-room.ts';

const { opened } = aRoom();
const find = (opensAt: number): ControlAction & RoomAction => ({ type: 'release.scheduled', part: 'find', opensAt });
const takeBack: ControlAction & RoomAction = { type: 'release.taken-back', part: 'find' };

describe('what can be taken back', () => {
  it.each([
    ['a plan', [], find(60_000)],
    ['another hour', [find(60_000)], find(90_000)],
    ['a plan that was taken back', [find(60_000)], takeBack],
    ['a hold', [], { type: 'room.held' }],
    ['the hour that was stopped', [{ type: 'timer.set', until: 60_000 }], { type: 'timer.stopped' }],
  ] as const)('leads back to how the room was: %s', (_, before, action) => {
    const room = stateAfter([opened, ...(before as readonly RoomAction[])]);
    const done = undoOf(action, room);
    const after = [action as RoomAction, done?.undo as RoomAction].reduce(
      (state, one) => advanceRoom(state, roomEvent(one, state, 0)),
      room,
    );

    expect(done?.text).not.toBe('');
    expect(after.parts.map(({ planned }) => planned?.opensAt)).toEqual(
      room.parts.map(({ planned }) => planned?.opensAt),
    );
    expect([after.held, after.timer?.until]).toEqual([room.held, room.timer?.until]);
  });

  it('is nothing after a release that was taken back, and after what is no plan', () => {
    const open: RoomAction = { type: 'part.released', part: 'find', by: 'facilitator' };

    expect(undoOf(takeBack, stateAfter([opened, open]))).toBeUndefined();
    expect(undoOf({ type: 'room.paused' }, stateAfter([opened]))).toBeUndefined();
  });
});
