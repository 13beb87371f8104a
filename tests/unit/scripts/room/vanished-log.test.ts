import { renameSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ControlView, ROOM_PATHS, type TeamView } from '#room/model/protocol.ts';
import { openRoomLog } from '../../../../scripts/room/room-log.ts';
import { refusedBy, useServedRoom } from '../../../support/room/use-served-room.ts';

const its = useServedRoom();
const controlView = async () => (await its.served.control(ROOM_PATHS.controlState)).json() as ControlView;
const paused = { type: 'team.paused', n: 1 };

describe('a room whose log has vanished', () => {
  it('tells the facilitator and the teams at once, while nobody sends anything', async () => {
    const { token } = await its.served.join('Plover');
    const [team, control] = [await its.viewOf(token), await controlView()];
    const waits = its.served.team(`${ROOM_PATHS.state}?after=${team.tag}`, { token });
    const controlWaits = its.served.control(`${ROOM_PATHS.controlState}?after=${control.tag}`);
    rmSync(its.log.folder, { recursive: true });
    its.served.server.tick();

    expect(((await waits).json() as TeamView).notKept).toBe(true);
    expect(((await controlWaits).json() as ControlView).notKept).toEqual({ why: 'gone', folder: its.log.folder });
    expect([team.notKept, control.notKept]).toEqual([undefined, undefined]);
  });

  it('acknowledges nothing, and opens nothing by the clock', async () => {
    let now = 1_000_000;
    await its.serveAnew({ now: () => now });
    const { token } = await its.served.join('Plover');
    const [part] = its.log.state.parts;
    await its.served.do({ type: 'release.scheduled', part: part?.id, opensAt: now + 1_000 });
    const before = its.log.state;
    rmSync(its.log.folder, { recursive: true });
    now += 2_000;
    its.served.server.tick();

    const answers = [
      await its.send(token, paused),
      await its.served.do({ type: 'room.held' }),
      await its.served.do({ type: 'team.forgotten', team: before.teams[0]?.id }),
      await its.served.team(ROOM_PATHS.join, { body: { word: 'lemon', name: 'Wren', people: 3 } }),
    ];
    expect(answers.map((answer) => [answer.status, refusedBy(answer)])).toEqual(Array(4).fill([503, 'not-kept']));
    expect(its.log.state).toBe(before);
    expect((await its.viewOf(token)).team.received).toBe(0);
  });

  it('goes on once the log is written anew, and a restart finds everything', async () => {
    const { token } = await its.served.join('Plover');
    rmSync(its.log.folder, { recursive: true });
    expect(refusedBy(await its.send(token, paused))).toBe('not-kept');
    const { tag } = await its.viewOf(token);
    const waits = its.served.team(`${ROOM_PATHS.state}?after=${tag}`, { token });

    expect((await its.served.control(ROOM_PATHS.controlWriteAnew, { body: {} })).status).toBe(200);
    expect(((await waits).json() as TeamView).notKept).toBeUndefined();
    expect((await controlView()).notKept).toBeUndefined();
    expect((await its.send(token, paused)).json()).toMatchObject({ received: 1 });
    const { state } = its.log;
    await its.restart({});
    expect(its.log.state).toEqual(state);
    expect((await its.viewOf(token)).team).toMatchObject({ name: 'Plover', received: 1 });
  });

  it('goes on by itself once the folder is back', async () => {
    const { token } = await its.served.join('Plover');
    const away = `${its.log.folder}-away`;
    renameSync(its.log.folder, away);
    its.served.server.tick();
    expect((await controlView()).notKept?.why).toBe('gone');
    renameSync(away, its.log.folder);
    its.served.server.tick();

    expect((await controlView()).notKept).toBeUndefined();
    expect((await its.send(token, paused)).status).toBe(200);
    const reopened = openRoomLog(its.log.folder);
    reopened.close();
    expect(reopened.state).toEqual(its.log.state);
  });

  it('is written anew by the facilitator alone', async () => {
    const { token } = await its.served.join('Plover');
    rmSync(its.log.folder, { recursive: true });

    expect((await its.served.team(ROOM_PATHS.controlWriteAnew, { body: {}, token })).status).toBe(404);
    expect((await its.served.control(ROOM_PATHS.controlWriteAnew, { body: {}, token })).status).toBe(401);
    expect(its.log.isInPlace()).toBe(false);
  });
});
