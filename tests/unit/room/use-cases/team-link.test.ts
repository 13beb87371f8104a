import { describe, expect, it, vi } from 'vitest';
import { putMessage } from '#room/model/outbox.ts';
import type { Received, TeamMessages, TeamView } from '#room/model/protocol.ts';
import { NoContactError, type RoomAnswer, type RoomPort } from '#room/use-cases/room-port.ts';
import { createTeamLink } from '#room/use-cases/team-link.ts';
import { readSession, sessionOf, type TeamSession, type TeamSessionStore } from '#room/use-cases/team-session.ts';

const VIEW: TeamView = {
  schema: 'room-view/1',
  tag: 'a',
  now: 0,
  room: '7KQ',
  scenario: 'quiet-number',
  scenarioHash: 'x',
  locale: 'en',
  parts: [{ id: 'find', title: 'Find', released: true }],
  held: false,
  paused: false,
  injects: [],
  team: {
    id: 't1',
    name: 'Plover',
    people: 4,
    code: 'K7M2Q',
    received: 0,
    votes: {},
    paused: false,
    decisions: {},
    last: 0,
    handedIn: false,
  },
};
const SESSION = sessionOf({ team: 't1', token: 'secret', received: 0, view: VIEW, attempt: null });
const never = () => new Promise<never>(() => undefined);

/** A laptop whose room answers what the test says, and whose waits are over at once. */
function aLaptop(room: Partial<RoomPort>, session: TeamSession = SESSION) {
  const kept: TeamSession[] = [];
  const waits: number[] = [];
  const sessions: TeamSessionStore = {
    lasting: true,
    read: () => kept.at(-1),
    write: (one) => void kept.push(one),
    leave: () => undefined,
  };
  const changed = vi.fn();
  const whole: RoomPort = {
    isThere: async () => true,
    join: never,
    state: never,
    send: never,
    attempt: never,
    exercise: never,
    ...room,
  };
  const wait = async (ms: number) => void waits.push(ms);
  const link = createTeamLink({ room: whole, sessions, now: () => 1_000, wait, changed }, session);
  return { link, kept, waits, changed };
}

const took = (received: number): RoomAnswer<Received> => ({ ok: true, value: { received, seq: received } });
const paused = (session: TeamSession): TeamSession => ({
  ...session,
  outbox: putMessage(session.outbox, { type: 'team.paused' }),
});

describe('the link to a room', () => {
  it('tries again until the room answers, and sends the same message', async () => {
    const sent: TeamMessages[] = [];
    const { link, waits } = aLaptop({
      send: async (_, messages) => {
        sent.push(messages);
        if (sent.length < 3) throw new NoContactError('no network');
        return took(1);
      },
    });
    link.start();
    link.change(paused);
    await expect.poll(() => link.session.outbox.waiting).toEqual([]);
    link.stop();

    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"messages":[{"type":"team.paused","n":1}]}']),
    );
    expect(waits).toEqual([1_000, 2_000]);
  });

  it('stores a message as sent before sending, so that a crash duplicates nothing', async () => {
    let keptBefore: TeamSession | undefined;
    const laptop = aLaptop({
      send: async () => {
        keptBefore = laptop.kept.at(-1);
        return took(1);
      },
    });
    laptop.link.start();
    laptop.link.change(paused);
    await expect.poll(() => laptop.link.session.outbox.received).toBe(1);
    laptop.link.stop();

    expect(keptBefore?.outbox).toMatchObject({ received: 0, sent: 1, waiting: [{ type: 'team.paused' }] });
  });

  it('ends, and reports it, once another laptop has taken over', async () => {
    const { link } = aLaptop({ state: async () => ({ ok: false, refused: 'old-token' }) });
    link.start();
    await expect.poll(() => link.replaced).toBe(true);
  });

  it('drops a message that the room cannot read, and sends the others', async () => {
    const sent: string[] = [];
    const { link } = aLaptop({
      send: async (_, { messages }) => {
        const types = messages.map(({ type }) => type);
        sent.push(types.join(' '));
        return types.includes('team.paused') ? { ok: false, refused: 'bad-request' } : took(1);
      },
    });
    link.change(paused);
    link.change((session) => ({ ...session, outbox: putMessage(session.outbox, { type: 'team.resumed' }) }));
    link.start();
    await expect.poll(() => link.session.outbox.waiting).toEqual([]);
    link.stop();
    expect(sent).toEqual(['team.paused team.resumed', 'team.paused', 'team.resumed']);
  });

  it('asks for news after the view that it has', async () => {
    const asked: (string | undefined)[] = [];
    const views = [VIEW, { ...VIEW, tag: 'b', held: true }];
    const { link } = aLaptop({
      state: async (_, after) => {
        asked.push(after);
        const view = views.shift();
        return view ? { ok: true, value: view } : never();
      },
    });
    link.start();
    await expect.poll(() => asked).toEqual([undefined, 'a', 'b']);
    link.stop();
    expect(link.session.view.held).toBe(true);
  });

  it('waits where the room is too busy', async () => {
    const answers: RoomAnswer<Received>[] = [{ ok: false, refused: 'too-many-requests' }, took(1)];
    const { link, waits } = aLaptop({ send: async () => answers.shift() ?? never() });
    link.start();
    link.change(paused);
    await expect.poll(() => link.session.outbox.waiting).toEqual([]);
    link.stop();
    expect(waits).toEqual([1_000]);
  });
});

describe('a session that was kept', () => {
  it('is read again, and any other content is refused', () => {
    expect(readSession(JSON.stringify(SESSION))).toEqual(SESSION);
    expect(readSession(JSON.stringify({ ...SESSION, schema: 'team-seat/1' }))).toEqual(SESSION);
    for (const text of [null, '', '{', 'null', '[]', '{"schema":"team-session/1"}', '{"schema":"other"}'])
      expect(readSession(text)).toBeUndefined();
  });
});
