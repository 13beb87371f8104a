import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { ControlAction, TeamMessage } from '#room/model/protocol.ts';
import { advanceRoom, gateOf, partsDue, replayRoom } from '#room/model/replay-room.ts';
import { type RoomAction, type RoomEvent, roomEvent } from '#room/model/room-events.ts';
import type { RoomState } from '#room/model/room-state.ts';
import { viewForControl, viewForTeam } from '#room/model/room-views.ts';
import { parseRoomEvent } from '#room/model/schemas.ts';
import { acceptFromControl } from '#room/use-cases/accept-from-control.ts';
import { acceptFromTeam } from '#room/use-cases/accept-from-team.ts';
import { joinRoom } from '#room/use-cases/join.ts';
import { chances } from '../../../support/builders/chances.ts';
import { KINDS } from '../../../support/builders/kinds.ts';
import { aPossibleAttempt, aRoom, eventsOf, stateAfter } from '../../../support/room/a-room.ts';

const ROOM = aRoom();
const ATTEMPTS = ['a', 'b'].map((seed) => aPossibleAttempt(ROOM, seed));
const JOINED: RoomAction = {
  type: 'team.joined',
  team: 't2',
  name: 'Plover',
  people: 4,
  tokenHash: 'a',
  code: 'K7M2Q',
};

/** A room in which anything happens that the room accepts. */
function randomLog(seed: string): RoomEvent[] {
  const draw = chances(seed, 'room');
  const events = eventsOf([ROOM.opened]);
  let room = events.reduce<RoomState | undefined>(advanceRoom, undefined) as RoomState;
  let at = 1_000;
  const add = (event: RoomEvent) => {
    events.push(event);
    room = advanceRoom(room, event);
  };
  const states = Object.keys(ROOM.part.scenario.states);
  for (let step = 0; step < 90; step++) {
    at += draw.int(60_000);
    const team = room.teams.length > 0 ? draw.one(room.teams) : undefined;
    if (!team || draw.often(8)) {
      const name = `Team ${draw.int(6)}`;
      const known = room.teams.find((one) => one.name === name);
      const code = draw.often(50) ? known?.code : draw.often(20) ? 'WRONG' : undefined;
      const request = { word: 'lemon', name, people: 2 + draw.int(4), ...(code !== undefined && { code }) };
      const answer = joinRoom(room, request, { tokenHash: `hash-${step}`, code: `CODE${step}` });
      if (answer.ok) add(roomEvent(answer.action, room, at));
      continue;
    }
    if (draw.often(50)) {
      const log = ATTEMPTS[team.id.length % ATTEMPTS.length] as AttemptLog;
      const own = team.attempt?.events.length ?? 0;
      const state = draw.one(states);
      const option = draw.one(['a', 'contact', 'preserve']);
      const said = draw.one<TeamMessage>([
        { type: 'attempt.extended', header: log.header, events: log.events.slice(own, own + draw.int(30)) },
        { type: 'team.progressed', state, last: own },
        { type: 'votes.counted', state: 'desk', votes: { options: { contact: draw.int(3) }, keptDown: draw.int(2) } },
        { type: 'team.decided', state: 'desk', option, reason: 'because' },
        { type: 'team.paused' },
        { type: 'team.resumed' },
        { type: 'team.handed-in' },
      ]);
      const n = team.received + 1 + (draw.often(10) ? draw.int(3) - 1 : 0);
      const accepted = acceptFromTeam(ROOM.around, room, team.id, { messages: [{ ...said, n }] }, at);
      for (const event of accepted.events) add(event);
      continue;
    }
    const part = draw.one(room.parts).id;
    const action = draw.one<ControlAction>([
      { type: 'part.released', part },
      { type: 'release.scheduled', part, opensAt: at + draw.int(100_000) },
      { type: 'release.taken-back', part },
      { type: draw.one(['room.held', 'room.let-go', 'room.paused', 'room.resumed', 'timer.stopped'] as const) },
      { type: 'timer.set', until: at + 1 + draw.int(100_000) },
      { type: 'inject.sent', text: 'news', ...(draw.often(50) && { to: [team.id] }) },
      { type: 'reason.ticked', team: team.id, state: 'desk', shown: draw.often(50) },
      {
        type: draw.one(['team.reset', 'team.forgotten', 'hand-in.withdrawn', 'team.code-changed'] as const),
        team: team.id,
      },
      { type: 'team.joined', name: `Paper ${draw.int(3)}`, people: 3 },
      { type: 'paper.counted', team: team.id, choices: [{ state: 'desk', option: 'contact' }] },
    ]);
    const answer = acceptFromControl(ROOM.around, room, action, at);
    if (answer.ok) add(roomEvent(answer.action, room, at));
  }
  return events;
}

describe('the log of a room', () => {
  it.each(['a', 'b', 'c', 'd', 'e'])('is valid in every prefix, and reads back as it was written (%s)', (seed) => {
    const events = randomLog(seed);
    let room: RoomState | undefined;
    for (const event of events) {
      expect(parseRoomEvent(JSON.parse(JSON.stringify(event)), KINDS)).toEqual({ ok: true, value: event });
      room = advanceRoom(room, event);
      const { teams, parts, opened } = room;
      expect(room.seq).toBe(event.seq);
      expect(new Set(teams.map(({ id }) => id)).size).toBe(teams.length);
      expect(parts.map(({ id }) => id)).toEqual(opened.parts.map(({ id }) => id));
      for (const team of teams) {
        const { attempt } = team;
        expect(attempt?.events.map(({ seq }) => seq) ?? []).toEqual(attempt?.events.map((_, at) => at + 1) ?? []);
        const view = JSON.stringify(viewForTeam(room, team, event.at));
        for (const other of teams)
          if (other !== team) {
            expect(view).not.toContain(other.name);
            expect(view).not.toContain(`"${other.code}"`);
          }
      }
      const control = JSON.stringify(
        viewForControl(room, { now: 0, addresses: [], atDoor: [], seenAt: () => undefined }),
      );
      expect(control).not.toContain('hash-');
    }
    expect(events.length).toBeGreaterThan(40);
    expect(replayRoom(events)).toEqual(room);
  });

  it('begins with exactly one opening of a room', () => {
    const [opening] = eventsOf([ROOM.opened]) as [RoomEvent];

    expect(() => replayRoom([roomEvent({ type: 'room.held' }, undefined, 1)])).toThrow('before the room is opened');
    expect(() => replayRoom([opening, { ...opening, seq: 2 }])).toThrow('a second time');
    expect(replayRoom([])).toBeUndefined();
  });
});

describe('a room', () => {
  const until = (room: RoomState) => room.timer?.until;

  it('delays the hour by a pause', () => {
    const timer: RoomAction = { type: 'timer.set', until: 60_000 };
    const paused = [
      ROOM.opened,
      timer,
      { type: 'room.paused' },
      { type: 'room.held' },
      { type: 'room.resumed' },
    ] as const;

    expect(until(stateAfter(paused))).toBe(62_000);
    expect(until(stateAfter([ROOM.opened, { type: 'room.paused' }, timer, { type: 'room.resumed' }]))).toBe(61_000);
    expect(until(stateAfter([ROOM.opened, timer, { type: 'timer.stopped' }]))).toBeUndefined();
  });

  it('opens a part by the clock, but not while all screens are paused', () => {
    const scheduled: RoomAction = { type: 'release.scheduled', part: 'find', opensAt: 5_000 };
    const room = stateAfter([ROOM.opened, scheduled]);

    expect(partsDue(room, 4_999)).toEqual([]);
    expect(partsDue(room, 5_000)).toEqual(['find']);
    expect(partsDue(stateAfter([ROOM.opened, scheduled, { type: 'room.paused' }]), 9_000)).toEqual([]);
    const open: RoomAction = { type: 'part.released', part: 'find', by: 'clock' };
    expect(partsDue(stateAfter([ROOM.opened, scheduled, open]), 9_000)).toEqual([]);
  });

  it('delays the hour of a part by a pause, from the time at which it was planned', () => {
    const scheduled: RoomAction = { type: 'release.scheduled', part: 'find', opensAt: 60_000 };
    const hour = ({ parts }: RoomState) => parts.find(({ id }) => id === 'find')?.planned?.opensAt;
    const pause: RoomAction = { type: 'room.paused' };
    const goOn: RoomAction = { type: 'room.resumed' };

    expect(hour(stateAfter([ROOM.opened, scheduled, pause, { type: 'room.held' }, goOn]))).toBe(62_000);
    expect(hour(stateAfter([ROOM.opened, pause, scheduled, goOn]))).toBe(61_000);
    expect(hour(stateAfter([ROOM.opened, scheduled, pause, goOn, pause, goOn]))).toBe(62_000);
  });

  it('has one hour for a part: the last planned one, and none once it is taken back or open', () => {
    const planned = (opensAt: number): RoomAction => ({ type: 'release.scheduled', part: 'find', opensAt });
    const open: RoomAction = { type: 'part.released', part: 'find', by: 'facilitator' };
    const takeBack: RoomAction = { type: 'release.taken-back', part: 'find' };
    const due = (...actions: readonly RoomAction[]) => partsDue(stateAfter([ROOM.opened, ...actions]), 9_000);

    expect(due(planned(20_000), planned(8_000))).toEqual(['find']);
    expect(due(planned(8_000), planned(20_000))).toEqual([]);
    expect(due(planned(8_000), takeBack)).toEqual([]);
    expect(due(planned(8_000), open, takeBack)).toEqual([]);
  });

  it('shows a team the hour of a part until the part is open', () => {
    const planned: RoomAction = { type: 'release.scheduled', part: 'find', opensAt: 60_000 };
    const hours = (...actions: readonly RoomAction[]) => {
      const room = stateAfter([ROOM.opened, JOINED, ...actions]);
      return viewForTeam(room, room.teams[0] as RoomState['teams'][number], 0).parts.map(({ opensAt }) => opensAt);
    };

    expect(hours(planned).filter((hour) => hour !== undefined)).toEqual([60_000]);
    expect(hours(planned, { type: 'part.released', part: 'find', by: 'clock' })).not.toContain(60_000);
  });

  it('lets a team wait at the part that it has reached', () => {
    const place: RoomAction = { type: 'team.progressed', team: 't2', n: 1, state: 'find', part: 'find', last: 3 };
    const before = stateAfter([ROOM.opened, JOINED, place]);
    const after = stateAfter([ROOM.opened, JOINED, place, { type: 'part.released', part: 'find', by: 'facilitator' }]);

    expect(before.teams.map((team) => gateOf(before, team))).toEqual(['find']);
    expect(after.teams.map((team) => gateOf(after, team))).toEqual([undefined]);
  });

  it('removes a team, and injects to it alone', () => {
    const inject: RoomAction = { type: 'inject.sent', inject: 'i3', text: 'for you', to: ['t2'] };
    const room = stateAfter([ROOM.opened, JOINED, inject, { type: 'team.forgotten', team: 't2' }]);

    expect(room.teams).toEqual([]);
    expect(room.injects).toEqual([]);
  });
});
