import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import {
  acknowledge,
  beginsAnew,
  emptyOutbox,
  goesOnWith,
  heardOf,
  isResetBy,
  nextBatch,
  type Outbox,
  putAttempt,
  putMessage,
} from '#room/model/outbox.ts';
import type { Received, TeamMessages } from '#room/model/protocol.ts';
import { advanceRoom } from '#room/model/replay-room.ts';
import { type RoomAction, type RoomEvent, roomEvent } from '#room/model/room-events.ts';
import type { RoomState, TeamState } from '#room/model/room-state.ts';
import { acceptFromTeam } from '#room/use-cases/accept-from-team.ts';
import { AnAttempt } from '../../../support/builders/an-attempt.ts';
import { aRoom } from '../../../support/room/a-room.ts';

const { around, opened, part } = aRoom();

/** The room as the network shows it: what it takes, and what it says of it. */
class SimulatedRoom {
  readonly log: RoomEvent[] = [];
  state: RoomState;

  constructor(released: readonly string[]) {
    const actions: RoomAction[] = [
      opened,
      ...released.map((id): RoomAction => ({ type: 'part.released', part: id, by: 'facilitator' })),
      { type: 'team.joined', team: 't1', name: 'Plover', people: 4, tokenHash: 'x', code: 'K7M2Q' },
    ];
    for (const action of actions) this.log.push(roomEvent(action, this.log.at(-1), 0));
    this.state = this.log.reduce<RoomState | undefined>(advanceRoom, undefined) as RoomState;
  }

  does(action: RoomAction): void {
    const event = roomEvent(action, this.state, 0);
    this.log.push(event);
    this.state = advanceRoom(this.state, event);
  }

  takes(messages: TeamMessages): Received {
    const { events, room, refused } = acceptFromTeam(around, this.state, 't1', messages, 0);
    this.log.push(...events);
    this.state = room;
    return { received: this.team.received, seq: room.seq, ...(refused && { refused }) };
  }

  get team(): TeamState {
    return this.state.teams[0] as TeamState;
  }
}

const everyPart = opened.parts.map(({ id }) => id);

/** The first steps of the shipped case: eleven events of which one is a decision. */
function played(): AttemptLog {
  const attempt = new AnAttempt(part).continues();
  const { state } = attempt.state;
  const ads = part.market.ads.filter(({ withheld }) => !withheld).slice(0, 8);
  for (const { id } of ads) attempt.acts({ type: 'ad.opened', ad: id });
  attempt.does({ type: 'exercise.committed', state });
  return attempt.chooses('contact').log;
}

const LOG = played();
const upTo = (events: number): AttemptLog => ({ header: LOG.header, events: LOG.events.slice(0, events) });

/** Sends until nothing waits, over a line that carries everything. */
function sendAll(outbox: Outbox, room: SimulatedRoom): Outbox {
  let after = outbox;
  for (let tries = 0; tries < 100; tries++) {
    const batch = nextBatch(after);
    if (!batch) return after;
    after = acknowledge(batch.outbox, room.takes({ messages: batch.messages }));
  }
  throw new Error('The outbox is never empty.');
}

type Happening = 'act' | 'vote' | 'decide' | 'lost request' | 'lost answer' | 'sent' | 'sent twice' | 'view' | 'reload';
const happenings = fc.array(
  fc.constantFrom<Happening>(
    'act',
    'vote',
    'decide',
    'lost request',
    'lost answer',
    'sent',
    'sent twice',
    'view',
    'reload',
  ),
  { maxLength: 60 },
);

describe('messages of a team', () => {
  it('arrive once and in order, whatever the network does', () => {
    fc.assert(
      fc.property(happenings, (steps) => {
        const room = new SimulatedRoom(everyPart);
        let outbox = emptyOutbox(0);
        let done = 0;
        const said: string[] = [];
        for (const [at, step] of steps.entries()) {
          if (step === 'act') {
            done = Math.min(done + 1, LOG.events.length);
            outbox = putAttempt(outbox, upTo(done));
          } else if (step === 'vote') {
            said.push(`votes ${at % 4}`);
            outbox = putMessage(outbox, {
              type: 'votes.counted',
              state: 'd30',
              votes: { options: { a: at % 4 }, keptDown: 0 },
            });
          } else if (step === 'decide') {
            said.push(`reason ${at}`);
            outbox = putMessage(outbox, { type: 'team.decided', state: 'd30', option: 'a', reason: `reason ${at}` });
          } else if (step === 'view') outbox = heardOf(outbox, room.team.received);
          else if (step === 'reload') outbox = JSON.parse(JSON.stringify(outbox)) as Outbox;
          else {
            const batch = nextBatch(outbox);
            if (!batch) continue;
            outbox = batch.outbox;
            if (step === 'lost request') continue;
            const answers = [room.takes({ messages: batch.messages })];
            if (step === 'sent twice') answers.push(room.takes({ messages: batch.messages }));
            if (step !== 'lost answer') for (const answer of answers) outbox = acknowledge(outbox, answer);
          }
        }
        outbox = sendAll(outbox, room);

        expect(outbox.waiting).toEqual([]);
        expect(room.team.attempt?.events ?? []).toEqual(LOG.events.slice(0, done));
        const heard = room.log.flatMap((event) =>
          event.type === 'votes.counted'
            ? [`votes ${event.votes.options.a}`]
            : event.type === 'team.decided'
              ? [event.reason]
              : [],
        );
        expect(heard).toEqual(said);
      }),
      { numRuns: 200 },
    );
  });

  it('are numbered from the last one that the room has', () => {
    const outbox = putMessage(putMessage(emptyOutbox(7), { type: 'team.paused' }), { type: 'team.resumed' });
    expect(nextBatch(outbox)?.messages).toEqual([
      { type: 'team.paused', n: 8 },
      { type: 'team.resumed', n: 9 },
    ]);
  });

  it('hold only the last position of the team until it is sent', () => {
    let outbox = putMessage(emptyOutbox(0), { type: 'team.progressed', state: 'desk', last: 3 });
    outbox = putMessage(outbox, { type: 'team.progressed', state: 'd30', last: 4 });
    expect(outbox.waiting).toEqual([{ type: 'team.progressed', state: 'd30', last: 4 }]);
    const sent = nextBatch(outbox)?.outbox as Outbox;
    expect(putMessage(sent, { type: 'team.progressed', state: 'desk', last: 5 }).waiting).toHaveLength(2);
  });

  it('are sent in batches that the room can read', () => {
    let outbox = emptyOutbox(0);
    const reason = 'x'.repeat(90);
    for (let n = 0; n < 2_000; n++)
      outbox = putMessage(outbox, { type: 'team.decided', state: 'd30', option: 'a', reason });
    const batch = nextBatch(outbox);
    expect(JSON.stringify(batch?.messages).length).toBeLessThan(200_000);
    expect(batch?.messages.length).toBeGreaterThan(100);
  });

  it('hand in once, however often the button is pressed', () => {
    const handIn = { type: 'team.handed-in' } as const;
    expect(putMessage(putMessage(emptyOutbox(0), handIn), handIn).waiting).toEqual([handIn]);
  });
});

describe('an attempt that acts before a part is released', () => {
  it('is refused, and sent completely once the part is released', () => {
    const room = new SimulatedRoom(['briefing', 'find']);
    let outbox = putAttempt(emptyOutbox(0), LOG);
    outbox = putMessage(outbox, { type: 'team.paused' });
    outbox = sendAll(outbox, room);
    expect(room.team.attempt).toBeUndefined();
    expect([room.team.paused, outbox.attempt?.upTo]).toEqual([true, 0]);

    room.does({ type: 'part.released', part: 'desk', by: 'facilitator' });
    outbox = sendAll(putAttempt(outbox, LOG), room);
    expect(room.team.attempt?.events).toEqual(LOG.events);
    expect(outbox.attempt).toMatchObject({ held: LOG.events.length, upTo: LOG.events.length });
  });
});

describe('a team that continues on another laptop or begins again', () => {
  it('sends only events that the room does not have', () => {
    const outbox = putAttempt(goesOnWith(emptyOutbox(3), LOG.header.id, 4), LOG);
    expect(outbox.waiting).toEqual([{ type: 'attempt.extended', events: LOG.events.slice(4) }]);
  });

  it('sends nothing of another attempt', () => {
    const outbox = goesOnWith(emptyOutbox(3), 'another', 4);
    expect(putAttempt(outbox, LOG)).toBe(outbox);
  });

  it('learns from a view that the facilitator has reset it', () => {
    const room = new SimulatedRoom(everyPart);
    const outbox = sendAll(putAttempt(emptyOutbox(0), LOG), room);
    const last = LOG.events.length;
    expect(isResetBy(outbox, { received: 1, last })).toBe(false);
    // An older view, from before the room had the attempt.
    expect(isResetBy(outbox, { received: 0, last: 0 })).toBe(false);
    expect(isResetBy(outbox, { received: 1, last: 0 })).toBe(true);

    room.does({ type: 'team.reset', team: 't1' });
    const again = sendAll(putAttempt(beginsAnew(outbox), LOG), room);
    expect([again.received, room.team.attempt?.events.length]).toEqual([2, last]);
  });
});
