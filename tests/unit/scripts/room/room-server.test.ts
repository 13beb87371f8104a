import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOM_PATHS } from '#room/model/protocol.ts';
import { openRoomLog } from '../../../../scripts/room/room-log.ts';
import { aPossibleAttempt } from '../../../support/room/a-room.ts';
import { ROOM, refusedBy, useServedRoom } from '../../../support/room/use-served-room.ts';

const its = useServedRoom();

describe('a team', () => {
  it('joins with the room word, and sees the room but no other team', async () => {
    const plover = await its.served.join('Plover');
    await its.served.join('Wren');
    const text = (await its.served.team(ROOM_PATHS.state, { token: plover.token })).text;

    expect(JSON.parse(text)).toMatchObject({ schema: 'room-view/1', team: { name: 'Plover', people: 4 }, held: false });
    expect(text).not.toContain('Wren');
    expect(JSON.stringify(its.log.events)).not.toContain(plover.token);
  });

  it.each([
    [{ word: 'melon' }, 'wrong-word'],
    [{ name: ' \u200b' }, 'bad-name'],
    [{ name: 'plover ' }, 'name-taken'],
    [{ name: 'Heron', code: 'K7M2Q' }, 'no-such-team'],
    [{ name: 'Plover', code: 'WRONG' }, 'wrong-code'],
    [{ name: 'Plover', code: '' }, 'wrong-code'],
    [{ name: 'Heron', people: 6 }, 'bad-size'],
    [{ name: 'Heron', people: 2.5 }, 'bad-size'],
  ])('that asks with %j is refused: %s', async (asked, why) => {
    await its.served.join('Plover');
    const answer = await its.served.team(ROOM_PATHS.join, {
      body: { word: 'Lemon ', name: 'Heron', people: 3, ...asked },
    });

    expect([answer.status, refusedBy(answer)]).toEqual([409, why]);
  });

  it('is one of at most forty', async () => {
    await its.serveAnew({ rates: { joined: { burst: 100, perSecond: 0 } } });
    for (let n = 0; n < 40; n++) await its.served.join(`Team ${n}`);
    const answer = await its.served.team(ROOM_PATHS.join, { body: { word: 'lemon', name: 'Late', people: 3 } });

    expect(refusedBy(answer)).toBe('room-full');
  });

  it('is never counted twice, however often it sends', async () => {
    const { token } = await its.served.join('Plover');
    await its.served.do({ type: 'part.released', part: 'desk' });
    const votes = { type: 'votes.counted', state: 'desk', votes: { options: { contact: 3 }, keptDown: 1 }, n: 1 };
    const paused = { type: 'team.paused', n: 2 };
    await its.send(token, votes);
    const before = its.log.events.length;
    const again = await its.send(token, votes, paused);
    await its.send(token, votes, paused);
    await its.send(token, paused);

    expect(again.json()).toMatchObject({ received: 2 });
    expect(its.log.events.length).toBe(before + 1);
    expect(refusedBy(await its.send(token, { ...paused, n: 4 }))).toEqual({ n: 4, why: 'gap' });
  });

  it('gets back what it handed over, on another laptop; the former one is told', async () => {
    const { token } = await its.served.join('Plover');
    for (const { id } of its.log.state.parts) await its.served.do({ type: 'part.released', part: id });
    const { header, events } = aPossibleAttempt(ROOM, 'dies');
    const half = events.slice(0, Math.floor(events.length / 2));
    await its.send(token, { type: 'attempt.extended', header, events: half, n: 1 });
    const { tag } = await its.viewOf(token);
    const waits = its.served.team(`${ROOM_PATHS.state}?after=${tag}`, { token });
    const second = await its.served.team(ROOM_PATHS.join, {
      body: { word: 'lemon', name: 'PLOVER', people: 4, code: (await its.viewOf(token)).team.code },
    });
    const joined = second.json() as { token: string; received: number; attempt: object };

    expect(joined).toMatchObject({ received: 1, attempt: { header, events: half } });
    expect((await waits).status).toBe(401);
    expect(refusedBy(await its.send(token, { type: 'team.paused', n: 2 }))).toBe('old-token');
    const rest = { type: 'attempt.extended', events: events.slice(half.length), n: 2 };
    expect((await its.send(joined.token, rest)).json()).toMatchObject({ received: 2 });
    expect(its.log.state.teams[0]?.attempt).toEqual({ header, events });
    const handIn = { messages: [{ type: 'team.handed-in', n: 3 }] };
    expect((await its.served.team(ROOM_PATHS.handIn, { token: joined.token, body: handIn })).status).toBe(200);
    expect(its.log.state.teams[0]?.handIn).toMatchObject({ by: 'lan' });
  });

  it('is taken over by nobody who knows the room word and every name', async () => {
    await its.serveAnew({ rates: { guesses: { burst: 1_000, perSecond: 0 }, codes: { burst: 20, perSecond: 0 } } });
    const plover = await its.served.join('Plover');
    const { code } = (await its.viewOf(plover.token)).team;
    const wren = await its.served.join('Wren');
    expect((await its.served.team(ROOM_PATHS.state, { token: wren.token })).text).not.toContain(code);
    const tries = async (given: string) =>
      refusedBy(
        await its.served.team(ROOM_PATHS.join, { body: { word: 'lemon', name: 'Plover', people: 4, code: given } }),
      );

    const before = its.log.events.length;
    for (let n = 0; n < 20; n++) expect(await tries(`WRNG${n}`)).toBe('wrong-code');
    // After so many tries not even the right one is taken, from whatever address, so that no try tells anything.
    expect(await tries(code)).toBe('too-many-requests');
    expect(its.log.events.length).toBe(before);
    expect((await its.served.team(ROOM_PATHS.state, { token: plover.token })).status).toBe(200);
  });

  it('comes back at once with the code that the facilitator has changed, and an intruder is out', async () => {
    await its.serveAnew({ rates: { codes: { burst: 1, perSecond: 0 } } });
    const { token, team } = await its.served.join('Plover');
    const { code } = (await its.viewOf(token)).team;
    const join = (given: string) =>
      its.served.team(ROOM_PATHS.join, { body: { word: 'lemon', name: 'Plover', people: 4, code: given } });
    const intruder = (await join(code)).json() as { token: string };
    const { tag } = await its.viewOf(intruder.token);
    const waits = its.served.team(`${ROOM_PATHS.state}?after=${tag}`, { token: intruder.token });

    expect((await its.served.do({ type: 'team.code-changed', team })).status).toBe(200);
    expect((await waits).status).toBe(401);
    expect(refusedBy(await join(code))).toBe('wrong-code');
    expect(refusedBy(await join(code))).toBe('too-many-requests');
    await its.served.do({ type: 'team.code-changed', team });
    const changed = its.log.state.teams[0]?.code ?? '';
    expect([...new Set([code, changed])]).toHaveLength(2);
    expect((await join(` ${changed.toLowerCase().replace(/^../, '$& ')} `)).status).toBe(200);
    expect(its.log.state.teams[0]).toMatchObject({ rejoined: 2, rejoinedAt: expect.any(Number) });
  });

  it('is answered at once when the room is held, and after the heartbeat in any case', async () => {
    const { token } = await its.served.join('Plover');
    const { tag } = await its.viewOf(token);
    const waits = its.served.team(`${ROOM_PATHS.state}?after=${tag}`, { token });
    await its.served.do({ type: 'room.held' });

    expect((await waits).json()).toMatchObject({ held: true });
    const { tag: held } = await its.viewOf(token);
    expect((await its.served.team(`${ROOM_PATHS.state}?after=${held}`, { token })).json()).toMatchObject({ tag: held });
  });

  it('that sends what the case does not allow is told why, and nothing of it is kept', async () => {
    const { token } = await its.served.join('Plover');
    const { header, events } = aPossibleAttempt(ROOM, 'forged');
    const first = events.slice(0, 1);
    const forged = [{ ...events[0], state: 'end-reviewed' }];
    const said = async (message: object) => refusedBy(await its.send(token, { ...message, n: 1 }));
    const why = (reason: string) => ({ n: 1, why: reason });

    expect(await said({ type: 'attempt.extended', header, events: first })).toEqual(why('not-released'));
    expect(await said({ type: 'attempt.extended', events: first })).toEqual(why('no-attempt'));
    expect(await said({ type: 'attempt.extended', header, events: forged })).toEqual(why('impossible-attempt'));
    const foreign = { ...header, scenario: 'two-ages' };
    expect(await said({ type: 'attempt.extended', header: foreign, events: first })).toEqual(why('other-attempt'));
    expect(await said({ type: 'team.handed-in' })).toEqual(why('no-attempt'));
    const votes = { options: { contact: 3 }, keptDown: 2 };
    expect(await said({ type: 'votes.counted', state: 'desk', votes })).toEqual(why('too-many-votes'));
    expect(await said({ type: 'votes.counted', state: 'constructor', votes })).toEqual(why('unknown-state'));
    const decided = { type: 'team.decided', state: 'desk', reason: '' };
    expect(await said({ ...decided, option: 'toString' })).toEqual(why('unknown-option'));
    expect(await said({ ...decided, option: 'contact' })).toEqual(why('not-released'));
    expect(await said({ ...decided, option: 'contact', reason: 'a\nb' })).toBe('bad-request');
    expect(await said({ ...decided, option: 'contact', reason: 'x'.repeat(91) })).toBe('bad-request');
    expect(await said({ type: 'part.released', part: 'debrief' })).toBe('bad-request');
    expect(its.log.events.length).toBe(2);
  });
});

describe('the facilitator', () => {
  it('takes results by line, file and paper, and a second one of a team is named', async () => {
    for (const name of ['Plover', 'Wren', 'Tern', 'Siskin'])
      await its.served.do({ type: 'team.joined', name, people: 3 });
    const [plover, wren, tern, siskin] = its.log.state.teams.map(({ id }) => id);
    const attempt = aPossibleAttempt(ROOM, 'by-line');
    const line = ROOM.around.lines.write(attempt) as string;
    const bad = line.replace(/^./, line[0] === 'A' ? 'B' : 'A');

    expect((await its.served.do({ type: 'line.typed', team: plover, line: bad })).json()).toEqual({
      refused: 'bad-line',
      detail: { fault: 'groups', groups: [1] },
    });
    expect((await its.served.do({ type: 'line.typed', team: plover, line: line.toLowerCase() })).status).toBe(200);
    expect((await its.served.do({ type: 'line.typed', team: wren, line })).json()).toEqual({
      refused: 'same-result',
      detail: plover,
    });
    expect(refusedBy(await its.served.do({ type: 'line.typed', team: plover, line }))).toBe('doubled');
    const file = { type: 'attempt.given', team: wren, text: JSON.stringify(attempt) };
    expect((await its.served.do(file)).status).toBe(200);
    expect((await its.served.do({ ...file, team: tern })).json()).toEqual({ refused: 'same-result', detail: wren });
    expect((await its.served.do({ ...file, team: tern, text: '{' })).json()).toEqual({
      refused: 'bad-file',
      detail: 'not-json',
    });
    const choices = [{ state: 'd01', option: ROOM.part.scenario.states['d01'] && firstOption('d01') }];
    expect((await its.served.do({ type: 'paper.counted', team: siskin, choices })).status).toBe(200);
    expect(its.log.state.teams.map(({ handIn }) => handIn?.by)).toEqual(['line', 'file', undefined, 'paper']);
    await its.served.do({ type: 'hand-in.withdrawn', team: plover });
    expect((await its.served.do({ type: 'line.typed', team: plover, line })).status).toBe(200);
  });

  it('forgets a team on the disk too, and the whole room', async () => {
    const { token } = await its.served.join('Plover');
    await its.served.join('Wren');
    await its.served.do({ type: 'team.forgotten', team: its.log.state.teams[0]?.id });
    const reopened = openRoomLog(its.log.folder);

    expect(refusedBy(await its.served.team(ROOM_PATHS.state, { token }))).toBe('old-token');
    expect(JSON.stringify(reopened.events)).not.toContain('Plover');
    expect(reopened.state).toEqual(its.log.state);
    expect(reopened.state.teams.map(({ name }) => name)).toEqual(['Wren']);
    await its.served.control(ROOM_PATHS.controlForget, { body: { forget: '7KQ' } });
    expect(readdirSync(its.folder)).toEqual([]);
  });

  function firstOption(state: string): string {
    const compiled = ROOM.part.scenario.states[state];
    return (compiled && 'options' in compiled && compiled.options[0]?.id) || '';
  }
});
