import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { Received, TeamMessage, TeamMessages, TeamRefusal } from './protocol.ts';

/** Messages of a team that the room has not acknowledged. Pure data, which a page stores as JSON. */
export interface Outbox {
  /** Number of the last message that the room has. */
  readonly received: number;
  /** In order; the first has the number after `received`. */
  readonly waiting: readonly TeamMessage[];
  /** How many of them were sent at least once. The room may have them already, so they must not change. */
  readonly sent: number;
  /** The attempt that is sent: the last event that the room has, and the last one in this outbox. */
  readonly attempt?: { readonly id: string; readonly held: number; readonly upTo: number };
}

/** Maximum events in one message, and maximum characters of one batch: far below the limit of a request to the room. */
const MAX_EVENTS = 100;
const MAX_BATCH = 120_000;

/** An empty outbox of a team from which the room has this number of messages. */
export const emptyOutbox = (received: number): Outbox => ({ received, waiting: [], sent: 0 });

/** Adds a message. A newer position of the team replaces an older one that was never sent. */
export function putMessage(outbox: Outbox, message: TeamMessage): Outbox {
  const { waiting, sent } = outbox;
  if (message.type === 'team.handed-in' && waiting.some(({ type }) => type === 'team.handed-in')) return outbox;
  const isOld = (one: TeamMessage, at: number) =>
    message.type === 'team.progressed' && one.type === 'team.progressed' && at >= sent;
  return { ...outbox, waiting: [...waiting.filter((one, at) => !isOld(one, at)), message] };
}

/** Adds the events of an attempt that the room does not have yet. Ignores an attempt other than the one begun. */
export function putAttempt(outbox: Outbox, { header, events }: AttemptLog): Outbox {
  const known = outbox.attempt ?? { id: header.id, held: 0, upTo: 0 };
  if (known.id !== header.id || known.upTo >= events.length) return outbox;
  const waiting = [...outbox.waiting];
  for (let from = known.upTo; from < events.length; from += MAX_EVENTS) {
    const more = events.slice(from, from + MAX_EVENTS);
    const last = waiting.at(-1);
    const mayGrow =
      waiting.length > outbox.sent &&
      last?.type === 'attempt.extended' &&
      last.events.length + more.length <= MAX_EVENTS;
    if (mayGrow) waiting.splice(-1, 1, { ...last, events: [...last.events, ...more] });
    else waiting.push({ type: 'attempt.extended', ...(from === 0 && { header }), events: more });
  }
  return { ...outbox, waiting, attempt: { ...known, upTo: events.length } };
}

/**
 * Adds what an attempt has gone on by: its decisions, and then its events. `isTold` says of a decision whether the room
 * was told of it already; it is asked once for each.
 */
export function putSteps(outbox: Outbox, log: AttemptLog, isTold: (state: string) => boolean): Outbox {
  let next = outbox;
  for (const event of log.events.slice(outbox.attempt?.upTo ?? 0)) {
    if (event.type !== 'decision.made' || isTold(event.state)) continue;
    next = putMessage(next, { type: 'team.decided', state: event.state, option: event.option, reason: '' });
  }
  return putAttempt(next, log);
}

/** The next messages to send, numbered, and the outbox after sending them; undefined if nothing waits. */
export function nextBatch(
  outbox: Outbox,
  most = Number.POSITIVE_INFINITY,
): { readonly messages: TeamMessages['messages']; readonly outbox: Outbox } | undefined {
  const messages: (TeamMessage & { n: number })[] = [];
  let size = 0;
  for (const message of outbox.waiting) {
    size += JSON.stringify(message).length;
    if (messages.length > 0 && (size > MAX_BATCH || messages.length >= most)) break;
    messages.push({ ...message, n: outbox.received + messages.length + 1 });
  }
  if (messages.length === 0) return undefined;
  return { messages, outbox: { ...outbox, sent: Math.max(outbox.sent, messages.length) } };
}

/**
 * The outbox after an answer of the room. A refused message is dropped; if it is of an attempt, the later ones of the
 * attempt are dropped too, and `putAttempt` adds them again. After a `gap` everything is sent again with its right
 * number.
 */
export function acknowledge(outbox: Outbox, { received, refused }: Pick<Received, 'received' | 'refused'>): Outbox {
  const after = heardOf(outbox, received, true);
  if (!refused || refused.why === 'gap' || refused.n !== received + 1) return after;
  return withoutFirst(after);
}

/** Drops the first message, which the room will never accept. */
export function withoutFirst(outbox: Outbox): Outbox {
  const [first, ...rest] = outbox.waiting;
  if (first?.type !== 'attempt.extended') return { ...outbox, waiting: rest, sent: Math.max(0, outbox.sent - 1) };
  const { attempt } = outbox;
  return {
    ...outbox,
    // The room stops at the first message that it refuses: none of these was accepted.
    waiting: rest.filter(({ type }) => type !== 'attempt.extended' && type !== 'team.handed-in'),
    sent: 0,
    ...(attempt && { attempt: { ...attempt, upTo: attempt.held } }),
  };
}

/**
 * The outbox once the room is known to have the messages up to `received`. Only an answer to a message (`isAnswer`) may
 * lower the number; a view may just be outdated.
 */
export function heardOf(outbox: Outbox, received: number, isAnswer = false): Outbox {
  if (received < outbox.received) return isAnswer ? { ...outbox, received } : outbox;
  const done = Math.min(received - outbox.received, outbox.sent);
  const events = outbox.waiting
    .slice(0, done)
    .flatMap((message) => (message.type === 'attempt.extended' ? message.events.map(({ seq }) => seq) : []));
  const { attempt } = outbox;
  return {
    ...outbox,
    received,
    waiting: outbox.waiting.slice(done),
    sent: outbox.sent - done,
    ...(attempt && { attempt: { ...attempt, held: Math.max(attempt.held, ...events) } }),
  };
}

/** The outbox of a team that continues an attempt which the room has up to an event. */
export function goesOnWith(outbox: Outbox, id: string, held: number): Outbox {
  const isOther = outbox.attempt?.id !== id;
  const waiting = isOther ? outbox.waiting.filter(({ type }) => type !== 'attempt.extended') : outbox.waiting;
  const upTo = isOther ? held : Math.max(held, outbox.attempt?.upTo ?? 0);
  return { ...outbox, waiting, ...(isOther && { sent: 0 }), attempt: { id, held, upTo } };
}

/** The outbox of a team that begins again: nothing of its former attempt is sent any more. */
export function beginsAnew(outbox: Outbox): Outbox {
  const { attempt: _, ...rest } = outbox;
  return { ...rest, waiting: [], sent: 0 };
}

/** Refusals of an attempt for which sending again is useless: the page shows them. */
export const isLasting = (why: TeamRefusal): boolean =>
  why === 'other-attempt' || why === 'impossible-attempt' || why === 'too-long' || why === 'not-allowed';

/** True if the room has reset the team: it has every message, and less of the attempt than before. */
export function isResetBy(
  { received, attempt }: Outbox,
  team: { readonly received: number; readonly last: number },
): boolean {
  return team.received >= received && team.last < (attempt?.held ?? 0);
}
