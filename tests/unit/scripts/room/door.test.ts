import { describe, expect, it } from 'vitest';
import { type ControlView, ROOM_PATHS } from '#room/model/protocol.ts';
import { refusedBy, useServedRoom } from '../../../support/room/use-served-room.ts';

const its = useServedRoom();

const asks = (name: string, more: object = {}) =>
  its.served.team(ROOM_PATHS.join, { body: { word: 'lemon', name, people: 3, ...more } });
const view = async () => (await its.served.control(ROOM_PATHS.controlState)).json() as ControlView;
const letIn = (id: string | undefined) => its.served.control(ROOM_PATHS.controlLetIn, { body: { id } });

describe('a closed door', () => {
  it('lets no new team in, and leaves those that are in where they are', async () => {
    const { token } = await its.served.join('Plover');
    const { code } = (await its.viewOf(token)).team;
    await its.served.do({ type: 'door.closed' });

    expect(refusedBy(await asks('Wren'))).toBe('door-closed');
    expect(its.log.state.teams.map(({ name }) => name)).toEqual(['Plover']);
    expect((await its.send(token, { type: 'team.paused', n: 1 })).status).toBe(200);
    expect((await asks('Plover', { code })).status).toBe(200);
    // The facilitator enters a team on paper.
    expect((await its.served.do({ type: 'team.joined', name: 'Tern', people: 4 })).status).toBe(200);
  });

  it('tells nobody without the room word that it is closed, and shows nobody without it', async () => {
    await its.served.do({ type: 'door.closed' });

    expect(refusedBy(await asks('Wren', { word: 'melon' }))).toBe('wrong-word');
    expect(refusedBy(await asks(' \u200b'))).toBe('bad-name');
    expect((await view()).atDoor).toEqual([]);
  });

  it('stays closed after a restart, until it is opened', async () => {
    await its.served.do({ type: 'door.closed' });
    await its.restart({});

    expect(refusedBy(await asks('Wren'))).toBe('door-closed');
    await its.served.do({ type: 'door.opened' });
    expect((await asks('Wren')).status).toBe(200);
    expect((await view()).atDoor).toEqual([]);
  });
});

describe('a team at the closed door', () => {
  it('is shown to the facilitator at once, and comes in when it is let in, once', async () => {
    await its.served.do({ type: 'door.closed' });
    const { tag } = await view();
    const waits = its.served.control(`${ROOM_PATHS.controlState}?after=${tag}`);
    await asks('Wren');
    await asks(' wren ');
    const shown = (await waits).json() as ControlView;
    expect(shown.atDoor).toEqual([{ id: expect.any(String), name: 'Wren', people: 3 }]);
    await asks('Tern');

    expect((await letIn(shown.atDoor[0]?.id)).status).toBe(200);
    expect((await view()).atDoor.map(({ name }) => name)).toEqual(['Tern']);
    expect(refusedBy(await asks('Tern'))).toBe('door-closed');
    expect((await asks('Wren')).status).toBe(200);
    expect(its.log.state.teams.map(({ name }) => name)).toEqual(['Wren']);
    await its.served.do({ type: 'team.forgotten', team: its.log.state.teams[0]?.id });
    expect(refusedBy(await asks('Wren'))).toBe('door-closed');
  });

  it('leaves when its page asks no longer', async () => {
    let steady = 0;
    await its.serveAnew({ steady: () => steady, heartbeatMs: 60_000 });
    await its.served.do({ type: 'door.closed' });
    await asks('Wren');
    const { atDoor } = await view();
    steady += 15_000;
    await asks('Tern');
    const { tag } = await view();
    const waits = its.served.control(`${ROOM_PATHS.controlState}?after=${tag}`);
    // By the answer to a later request the page waits.
    await view();
    steady += 15_000;
    its.served.server.tick();

    expect(((await waits).json() as ControlView).atDoor.map(({ name }) => name)).toEqual(['Tern']);
    expect(refusedBy(await letIn(atDoor[0]?.id))).toBe('unknown-team');
  });

  it('is one of a few: names without end do not fill the page', async () => {
    await its.served.do({ type: 'door.closed' });
    for (let n = 0; n < 30; n++) await asks(`Invented ${n}`);

    expect((await view()).atDoor.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `Invented ${n}`));
  });

  it('is let in by the facilitator alone', async () => {
    await its.served.do({ type: 'door.closed' });
    const { token } = { token: 'x'.repeat(43) };
    await asks('Wren');
    const [{ id } = { id: '' }] = (await view()).atDoor;

    expect((await its.served.team(ROOM_PATHS.controlLetIn, { body: { id }, token })).status).toBe(404);
    expect((await its.served.control(ROOM_PATHS.controlLetIn, { body: { id }, token })).status).toBe(401);
    expect(refusedBy(await asks('Wren'))).toBe('door-closed');
  });
});
