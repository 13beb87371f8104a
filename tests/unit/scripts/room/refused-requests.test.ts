import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ROOM_PATHS } from '#room/model/protocol.ts';
import { ask } from '../../../support/room/ask-room.ts';
import { KEYS, refusedBy, useServedRoom } from '../../../support/room/use-served-room.ts';

const its = useServedRoom();

describe('a request that is refused', () => {
  const control = () => ({ token: its.log.controlToken });

  it('asks for control under another name than that of this machine', async () => {
    for (const path of [ROOM_PATHS.controlState, ROOM_PATHS.controlLog, ROOM_PATHS.controlBoard, '/room/control/x'])
      expect((await its.served.team(path, control())).status).toBe(404);
    const held = await its.served.team(ROOM_PATHS.controlDo, { ...control(), body: { type: 'room.held' } });

    expect(held.status).toBe(404);
    expect(its.log.state.held).toBe(false);
  });

  it('asks for control without its token', async () => {
    const { token } = await its.served.join('Plover');
    const asked = (more: object) => ask(its.served.port, ROOM_PATHS.controlState, { host: its.served.own, ...more });

    expect(refusedBy(await asked({}))).toBe('no-token');
    expect(refusedBy(await asked({ token }))).toBe('old-token');
    expect((await asked(control())).status).toBe(200);
  });

  it('names a host that is not ours', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${its.served.port}`,
      'localhost',
      `127.0.0.1:${its.served.port}`,
      '',
    ])
      for (const path of ['/', '/room/', ROOM_PATHS.state, ROOM_PATHS.controlState, KEYS[0] as string]) {
        const answer = await ask(its.served.port, path, { host, ...control() });
        expect([host, path, answer.status]).toEqual([host, path, answer.status === 400 ? 400 : 403]);
      }
  });

  it('comes from another site', async () => {
    const { token } = await its.served.join('Plover');
    const body = { messages: [{ type: 'team.paused', n: 1 }] };
    const from = async (headers: Record<string, string>) =>
      refusedBy(await its.served.team(ROOM_PATHS.teamEvents, { token, body, headers }));

    expect(await from({ origin: 'https://evil.example' })).toBe('foreign-origin');
    expect(await from({ origin: 'null' })).toBe('foreign-origin');
    expect(await from({ origin: `http://${its.served.own}` })).toBe('foreign-origin');
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe('foreign-origin');
    expect(await from({ 'content-type': 'text/plain' })).toBe('not-json');
    expect(await from({ 'content-type': 'application/x-www-form-urlencoded' })).toBe('not-json');
    const page = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
    expect((await its.served.team('/room/', { headers: page })).status).toBe(403);
    const opened = { ...page, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await its.served.team('/room/', { headers: opened })).status).toBe(200);
    const facilitator = { type: 'room.held' };
    const crossed = { body: facilitator, headers: { origin: `http://${its.served.room}` } };
    expect(refusedBy(await its.served.control(ROOM_PATHS.controlDo, crossed))).toBe('foreign-origin');
    expect(its.log.state.teams[0]?.paused).toBe(false);
  });

  it('has no Origin', async () => {
    const { token } = await its.served.join('Plover');
    const body = JSON.stringify({ messages: [{ type: 'team.paused', n: 1 }] });
    const got = await raw(
      `POST ${ROOM_PATHS.teamEvents} HTTP/1.1\r\nHost: ${its.served.room}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );

    expect(got).toMatch(/^HTTP\/1\.1 403 .*foreign-origin/s);
  });

  it('is larger than a team needs', async () => {
    const { token } = await its.served.join('Plover');
    const body = { messages: [{ type: 'team.paused', n: 1, more: 'x'.repeat(300_000) }] };
    const declared = await its.served.team(ROOM_PATHS.teamEvents, { token, body });
    const chunked = await raw(
      `POST ${ROOM_PATHS.teamEvents} HTTP/1.1\r\nHost: ${its.served.room}\r\nOrigin: http://${its.served.room}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${`10000\r\n${'x'.repeat(0x10000)}\r\n`.repeat(6)}`,
    );

    expect(declared.status).toBe(413);
    expect(chunked).toMatch(/^HTTP\/1\.1 413/);
  });

  it('is no JSON, or is nested without end', async () => {
    const { token } = await its.served.join('Plover');
    const said = async (body: string) => refusedBy(await its.served.team(ROOM_PATHS.teamEvents, { token, body }));

    expect(await said('{')).toBe('not-json');
    expect(await said('[]')).toBe('bad-request');
    expect(await said('['.repeat(100_000) + ']'.repeat(100_000))).toBe('bad-request');
    expect(await said('{"__proto__":{"x":1},"messages":[]}')).toBe('bad-request');
  });

  it('is one of too many: of a team, of an address, and of guesses at the word', async () => {
    await its.serveAnew({
      rates: {
        team: { burst: 5, perSecond: 0 },
        address: { burst: 60, perSecond: 0 },
        guesses: { burst: 3, perSecond: 0 },
      },
      now: () => 1_000_000,
    });
    const { token } = await its.served.join('Plover');
    const guess = () => its.served.team(ROOM_PATHS.join, { body: { word: 'melon', name: 'Wren', people: 2 } });
    const times = async (most: number, asks: () => Promise<{ status: number }>) => {
      const all: number[] = [];
      for (let n = 0; n < most; n++) all.push((await asks()).status);
      return all;
    };

    expect(await times(7, () => its.served.team(ROOM_PATHS.attempt, { token }))).toEqual([
      200, 200, 200, 200, 200, 429, 429,
    ]);
    expect(await times(5, guess)).toEqual([409, 409, 409, 429, 429]);
    const right = { word: 'lemon', name: 'Wren', people: 2 };
    expect((await its.served.team(ROOM_PATHS.join, { body: right })).status).toBe(429);
    expect((await times(60, guess)).slice(-5)).toEqual([429, 429, 429, 429, 429]);
    expect(refusedBy(await its.served.team(ROOM_PATHS.state, { token }))).toBe('too-many-requests');
  });

  it('would fill the disk: what a team may write is counted in bytes, and nothing of it is kept', async () => {
    let now = 1_000_000;
    await its.serveAnew({ rates: { written: { burst: 10_000, perSecond: 500 } }, now: () => now });
    const { token } = await its.served.join('Plover');
    const messages = (from: number) => Array.from({ length: 50 }, (_, n) => ({ type: 'team.paused', n: from + n }));

    expect((await its.send(token, ...messages(1))).status).toBe(200);
    const before = its.log.events.length;
    let from = 51;
    let answer = await its.send(token, ...messages(from));
    for (; answer.status === 200; answer = await its.send(token, ...messages(from))) from += 50;
    expect(refusedBy(answer)).toBe('too-many-requests');
    expect(its.log.events.length).toBe(before + from - 51);
    // It is sent again as it is, and is taken once there is room.
    now += 60_000;
    expect((await its.send(token, ...messages(from))).json()).toMatchObject({ received: from + 49 });
  });

  it('speaks for another team', async () => {
    const plover = await its.served.join('Plover');
    const wren = await its.served.join('Wren');
    const forged = { type: 'team.paused', team: wren.team, n: 1 };

    expect(refusedBy(await its.send(plover.token, forged))).toBe('bad-request');
    expect(refusedBy(await its.send(`${plover.token.slice(0, -1)}!`, { type: 'team.paused', n: 1 }))).toBe('no-token');
    expect(refusedBy(await its.send('x'.repeat(43), { type: 'team.paused', n: 1 }))).toBe('old-token');
    expect(its.log.state.teams.some(({ paused }) => paused)).toBe(false);
  });

  it('uses another method', async () => {
    const { token } = await its.served.join('Plover');
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE'])
      expect((await its.served.team(ROOM_PATHS.state, { token, method })).status).toBe(404);
    expect((await its.served.team('/room/', { method: 'DELETE' })).status).toBe(405);
  });

  function raw(bytes: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(its.served.port, '127.0.0.1');
      let got = '';
      socket.on('data', (part) => {
        got += String(part);
        if (/\r\n\r\n.*}$/s.test(got)) socket.destroy();
      });
      socket.on('error', () => resolve(got));
      socket.on('close', () => resolve(got));
      socket.write(bytes);
    });
  }
});
