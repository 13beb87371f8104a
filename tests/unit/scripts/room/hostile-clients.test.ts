import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOM_PATHS, type TeamView } from '#room/model/protocol.ts';
import { createHeldFiles } from '../../../../scripts/room/held-files.ts';
import { aPossibleAttempt } from '../../../support/room/a-room.ts';
import { type RawSocket, rawSocket } from '../../../support/room/raw-sockets.ts';
import { ROOM, refusedBy, useServedRoom } from '../../../support/room/use-served-room.ts';

const its = useServedRoom();
const ID = ROOM.part.scenario.id;

const opened: RawSocket[] = [];
afterEach(() => {
  for (const { socket } of opened.splice(0)) socket.destroy();
});

async function raw(given?: Parameters<typeof rawSocket>[1]): Promise<RawSocket> {
  const one = await rawSocket(its.served.port, given);
  opened.push(one);
  return one;
}
async function silent(count: number, from?: string): Promise<RawSocket[]> {
  const all: RawSocket[] = [];
  for (let n = 0; n < count; n++) all.push(await raw(from === undefined ? {} : { from }));
  return all;
}
const head = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: ${its.served.room}\r\n${more}\r\n`;

describe('connections that send nothing', () => {
  it('push out each other, the oldest first, and no team, also from the address of the team', async () => {
    await its.serveAnew({ limits: { unknown: 10 }, heartbeatMs: 60_000 });
    const { token } = await its.served.join('Plover');
    const { tag } = await its.viewOf(token);
    // Two connections are older than all others: one that has its answer, and one that waits for news.
    const idle = await raw({ bytes: head(ROOM_PATHS.attempt, `Authorization: Bearer ${token}\r\n`) });
    await new Promise((done) => idle.socket.once('data', done));
    const waits = its.served.team(`${ROOM_PATHS.state}?after=${tag}`, { token });
    await its.viewOf(token);
    const all = await silent(60);
    await Promise.all(all.slice(0, 49).map(({ closed }) => closed));

    expect(idle.isClosed()).toBe(false);
    expect((await its.served.team('/room/')).status).toBe(200);
    expect((await its.viewOf(token)).held).toBe(false);
    expect(all.slice(-8).map(({ isClosed }) => isClosed())).toEqual(Array(8).fill(false));
    await its.served.do({ type: 'room.held' });
    expect(((await waits).json() as TeamView).held).toBe(true);
  });

  it.skipIf(process.platform !== 'linux')('of one laptop leave those of another alone', async () => {
    await its.serveAnew({ limits: { unknown: 10 } });
    const [honest] = await silent(1, '127.0.0.2');
    const all = await silent(60, '127.0.0.3');
    await Promise.all(all.slice(0, 51).map(({ closed }) => closed));

    expect(honest?.isClosed()).toBe(false);
    honest?.socket.write(head('/room/', 'Connection: close\r\n'));
    expect(await honest?.closed).toBeGreaterThan(100);
  });

  it('are closed by age, and so is a request that does not go on', async () => {
    const { token } = await its.served.join('Plover');
    await its.restart({ limits: { head: 50, whole: 100, look: 10, parting: 10 } });
    const [nothing] = await silent(1);
    const half = await raw({ bytes: `GET /room/ HTTP/1.1\r\nHost: ${its.served.room}\r\nX-Slow: ` });
    const body = await raw({
      bytes: `POST ${ROOM_PATHS.teamEvents} HTTP/1.1\r\nHost: ${its.served.room}\r\nOrigin: http://${its.served.room}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"messages":`,
    });

    await Promise.all([nothing?.closed, half.closed, body.closed]);
    await its.restart({});
    expect((await its.viewOf(token)).team.received).toBe(0);
  });

  it('of a team are counted for that team alone', async () => {
    await its.serveAnew({ limits: { each: 4 } });
    const [plover, wren] = [await its.served.join('Plover'), await its.served.join('Wren')];
    const shown = (token: string) => raw({ bytes: head(ROOM_PATHS.state, `Authorization: Bearer ${token}\r\n`) });
    const own = await shown(wren.token);
    const all: RawSocket[] = [];
    for (let n = 0; n < 12; n++) all.push(await shown(plover.token));
    await Promise.all(all.slice(0, 8).map(({ closed }) => closed));

    expect(own.isClosed()).toBe(false);
    expect((await its.viewOf(plover.token)).team.name).toBe('Plover');
  });
});

describe('clients that do not take their answers', () => {
  it('are closed, and those that do get the whole file', async () => {
    const size = 24_000_000;
    writeFileSync(join(its.site, '_astro', 'large.bin'), Buffer.alloc(size));
    await its.serveAnew({ limits: { taking: 1_000 } });
    const asked = { bytes: head('/_astro/large.bin', 'Connection: close\r\n') };
    const letGo = new Promise((done) => {
      its.served.listener.once('connection', (socket) => socket.once('close', done));
    });
    const stuck = await raw({ ...asked, reads: false });
    const reading = await raw(asked);

    expect(await reading.closed).toBeGreaterThan(size);
    // Reading begins only once the server has let go: the end of the file never comes.
    await letGo;
    stuck.socket.resume();
    expect(await stuck.closed).toBeLessThan(size);
  });

  it('cannot ask for a thousand files in one go: three are answered, and the connection ends', async () => {
    const page = `/cases/${ID}/case.json`;
    const one = Buffer.byteLength((await its.served.team(page)).text);
    const many = await raw({ bytes: head(page).repeat(700), reads: false });
    const { token } = await its.served.join('Plover');
    many.socket.resume();

    expect(await many.closed).toBeLessThan(4 * (one + 1_000));
    expect((await its.viewOf(token)).team.name).toBe('Plover');
  });

  it('are given texts that were made once for each release', () => {
    const held = createHeldFiles(its.site, ROOM.part);
    const path = `/cases/${ID}/case.json`;
    const before = { parts: ROOM.opened.parts.map(({ id }) => ({ id })) };
    const [first, ...rest] = before.parts as [{ id: string }, ...{ id: string }[]];
    const after = { parts: [{ ...first, released: { by: 'facilitator' as const, at: 1 } }, ...rest] };

    expect(held(path, before)).toBe(held(path, before));
    expect(held(path, after)?.text).not.toBe(held(path, before)?.text);
    expect(held(path, after)?.version).not.toBe(held(path, before)?.version);
  });
});

describe('one laptop that invents teams', () => {
  it.skipIf(process.platform !== 'linux')('fills no room: others join meanwhile', async () => {
    let steady = 0;
    await its.serveAnew({ steady: () => steady });
    const join = (name: string, from: string) => joinFrom(its.served.port, its.served.room, name, from);
    const invented: number[] = [];
    for (let n = 0; n < 40; n++) invented.push(await join(`Invented ${n}`, '127.0.0.3'));

    expect(invented.filter((status) => status === 200)).toHaveLength(16);
    expect(new Set(invented)).toEqual(new Set([200, 429]));
    for (let n = 0; n < 10; n++) expect(await join(`Honest ${n}`, '127.0.0.2')).toBe(200);
    steady += 2_000;
    expect(await join('Late', '127.0.0.3')).toBe(200);
    expect(await join('Later', '127.0.0.3')).toBe(429);
  });
});

describe('a team whose messages are refused', () => {
  const LARGE = { type: 'attempt.extended', n: 1, events: Array.from({ length: 40_000 }, () => ({})) };

  it('pays for them in bytes, before anybody has read them, and no other team waits', async () => {
    await its.serveAnew({ now: () => 1_000_000 });
    const [plover, wren] = [await its.served.join('Plover'), await its.served.join('Wren')];
    const body = JSON.stringify({ messages: [LARGE] });
    const statuses: number[] = [];
    for (let n = 0; n < 30; n++)
      statuses.push((await its.served.team(ROOM_PATHS.teamEvents, { token: plover.token, body })).status);

    const read = Math.floor(512_000 / body.length);
    expect(read).toBeGreaterThan(1);
    expect(statuses).toEqual([...Array(read).fill(400), ...Array(30 - read).fill(429)]);
    expect((await its.send(wren.token, { type: 'team.paused', n: 1 })).status).toBe(200);
  });

  it('is told a few of its faults, not one for each value', async () => {
    const { token } = await its.served.join('Plover');
    const { text } = await its.send(token, LARGE);

    expect(text.length).toBeLessThan(1_000);
  });

  it('pays for what the room has already', async () => {
    await its.serveAnew({ rates: { refused: { burst: 2_000, perSecond: 0 } }, now: () => 1_000_000 });
    const { token } = await its.served.join('Plover');
    const message = { type: 'team.paused', n: 1 };
    const statuses: number[] = [];
    for (let n = 0; n < 70; n++) statuses.push((await its.send(token, message)).status);

    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
    expect(statuses.at(-1)).toBe(429);
  });

  it('does not pay for an attempt that is taken, however long it is', async () => {
    await its.serveAnew({ rates: { refused: { burst: 12_000, perSecond: 0 } }, now: () => 1_000_000 });
    const { token } = await its.served.join('Plover');
    for (const { id } of its.log.state.parts) await its.served.do({ type: 'part.released', part: id });
    const { header, events } = aPossibleAttempt(ROOM, 'long');
    let sent = 0;
    for (let n = 0; n < events.length; n += 10) {
      const message = { type: 'attempt.extended', header, events: events.slice(n, n + 10), n: n / 10 + 1 };
      sent += JSON.stringify(message).length;
      expect((await its.send(token, message)).status).toBe(200);
    }

    expect(sent).toBeGreaterThan(12_000);
    expect(its.log.state.teams[0]?.attempt?.events).toHaveLength(events.length);
  });

  it('cannot send a book with a request to join', async () => {
    const answer = await its.served.team(ROOM_PATHS.join, {
      body: { word: 'lemon', name: 'Heron', people: 3, more: 'x'.repeat(5_000) },
    });

    expect([answer.status, refusedBy(answer)]).toEqual([413, 'too-large']);
  });
});

describe('a clock that jumps', () => {
  it.each([
    ['back by a day', -86_400_000],
    ['on by a day', 86_400_000],
  ])('%s locks nobody out', async (_, jump) => {
    let now = 1_700_000_000_000;
    let steady = 0;
    await its.serveAnew({ now: () => now, steady: () => steady, rates: { team: { burst: 5, perSecond: 1 } } });
    const { token } = await its.served.join('Plover');
    const { code } = (await its.viewOf(token)).team;
    const asks = async () => (await its.served.team(ROOM_PATHS.attempt, { token })).status;
    while ((await asks()) === 200);
    for (let n = 0; n < 20; n++)
      await its.served.team(ROOM_PATHS.join, { body: { word: 'melon', name: 'X', people: 2 } });

    now += jump;
    expect(await asks()).toBe(429);
    steady += 10_000;
    expect(await asks()).toBe(200);
    expect((await its.send(token, { type: 'team.paused', n: 1 })).status).toBe(200);
    const again = { word: 'lemon', name: 'Plover', people: 4, code };
    expect((await its.served.team(ROOM_PATHS.join, { body: again })).status).toBe(200);
    await its.restart({ now: () => now, steady: () => steady });
    expect(its.log.state.teams[0]).toMatchObject({ name: 'Plover', received: 1 });
  });
});

/** Joins from another address of this machine. The status of the answer. */
async function joinFrom(port: number, host: string, name: string, from: string): Promise<number> {
  const body = JSON.stringify({ word: 'lemon', name, people: 3 });
  const { socket } = await rawSocket(port, {
    from,
    bytes: `POST ${ROOM_PATHS.join} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  });
  let text = '';
  socket.on('data', (part) => (text += String(part)));
  return new Promise((done) => socket.once('close', () => done(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]))));
}
