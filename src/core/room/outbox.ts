import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { Received, TeamDeed, TeamMessages, TeamRefusal } from './protocol.ts';

/** Messages of a team that the room has not acknowledged. Pure data: a page keeps it as JSON, and goes on with it. */
export interface Outbox {
  /** Number of the last message that the room has. */
  readonly received: number;
  /** In order; the first has the number after `received`. */
  readonly waiting: readonly TeamDeed[];
  /** How many of them were sent at least once. The room may have them already, so they stay as they are. */
  readonly sent: number;
  /** Which attempt is handed over, how far the room has it, and how far it is put in here. */
  readonly attempt?: { readonly id: string; readonly held: number; readonly upTo: number };
}

/** Most events of an attempt in one message, and most characters of one batch: far below what the room reads at once. */
const MAX_EVENTS = 100;
const MAX_BATCH = 120_000;

/** An outbox of a team of which the room has so many messages. */
export const emptyOutbox = (received: number): Outbox => ({ received, waiting: [], sent: 0 });

/** Puts a message in. Where the team stands is told once: an older word that was never sent is left out. */
export function putDeed(outbox: Outbox, deed: TeamDeed): Outbox {
  const { waiting, sent } = outbox;
  if (deed.type === 'team.handed-in' && waiting.some(({ type }) => type === 'team.handed-in')) return outbox;
  const isOld = (one: TeamDeed, at: number) =>
    deed.type === 'team.progressed' && one.type === 'team.progressed' && at >= sent;
  return { ...outbox, waiting: [...waiting.filter((one, at) => !isOld(one, at)), deed] };
}

/** Puts in what the room does not have yet of an attempt. Another attempt than the one begun is left alone. */
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

/** The next messages to send, numbered, and the outbox that has sent them; undefined where nothing waits. */
export function nextBatch(
  outbox: Outbox,
  most = Number.POSITIVE_INFINITY,
): { readonly messages: TeamMessages['messages']; readonly outbox: Outbox } | undefined {
  const messages: (TeamDeed & { n: number })[] = [];
  let size = 0;
  for (const deed of outbox.waiting) {
    size += JSON.stringify(deed).length;
    if (messages.length > 0 && (size > MAX_BATCH || messages.length >= most)) break;
    messages.push({ ...deed, n: outbox.received + messages.length + 1 });
  }
  if (messages.length === 0) return undefined;
  return { messages, outbox: { ...outbox, sent: Math.max(outbox.sent, messages.length) } };
}

/**
 * What is left once the room has answered. A refused message is left out; with one of an attempt, those that follow it
 * are left out too, and `putAttempt` puts them in again. After a `gap` everything is sent again under its right number.
 */
export function acknowledge(outbox: Outbox, { received, refused }: Pick<Received, 'received' | 'refused'>): Outbox {
  const after = heardOf(outbox, received, true);
  if (!refused || refused.why === 'gap' || refused.n !== received + 1) return after;
  return withoutFirst(after);
}

/** Leaves the first message out, which the room will never take. */
export function withoutFirst(outbox: Outbox): Outbox {
  const [first, ...rest] = outbox.waiting;
  if (first?.type !== 'attempt.extended') return { ...outbox, waiting: rest, sent: Math.max(0, outbox.sent - 1) };
  const { attempt } = outbox;
  return {
    ...outbox,
    // The room stops at the first message that it refuses: none of these was taken.
    waiting: rest.filter(({ type }) => type !== 'attempt.extended' && type !== 'team.handed-in'),
    sent: 0,
    ...(attempt && { attempt: { ...attempt, upTo: attempt.held } }),
  };
}

/**
 * What is left once the room is known to have the messages up to `received`. An answer to a message is trusted when it
 * says less than an earlier one (`isAnswer`); a view may just be older.
 */
export function heardOf(outbox: Outbox, received: number, isAnswer = false): Outbox {
  if (received < outbox.received) return isAnswer ? { ...outbox, received } : outbox;
  const done = Math.min(received - outbox.received, outbox.sent);
  const events = outbox.waiting
    .slice(0, done)
    .flatMap((deed) => (deed.type === 'attempt.extended' ? deed.events.map(({ seq }) => seq) : []));
  const { attempt } = outbox;
  return {
    ...outbox,
    received,
    waiting: outbox.waiting.slice(done),
    sent: outbox.sent - done,
    ...(attempt && { attempt: { ...attempt, held: Math.max(attempt.held, ...events) } }),
  };
}

/** The outbox of a team that goes on with an attempt which the room has up to an event. */
export function goesOnWith(outbox: Outbox, id: string, held: number): Outbox {
  const isOther = outbox.attempt?.id !== id;
  const waiting = isOther ? outbox.waiting.filter(({ type }) => type !== 'attempt.extended') : outbox.waiting;
  const upTo = isOther ? held : Math.max(held, outbox.attempt?.upTo ?? 0);
  return { ...outbox, waiting, ...(isOther && { sent: 0 }), attempt: { id, held, upTo } };
}

/** The outbox of a team that begins anew: nothing of its former attempt is sent any more. */
export function beginsAnew(outbox: Outbox): Outbox {
  const { attempt: _, ...rest } = outbox;
  return { ...rest, waiting: [], sent: 0 };
}

/** Refusals of an attempt that no waiting mends: the page tells of them. */
export const isLasting = (why: TeamRefusal): boolean =>
  why === 'other-attempt' || why === 'impossible-attempt' || why === 'too-long' || why === 'not-allowed';

/** True if the room has let the team begin anew: it has every message, and less of the attempt than it had. */
export function isResetBy(
  { received, attempt }: Outbox,
  team: { readonly received: number; readonly last: number },
): boolean {
  return team.received >= received && team.last < (attempt?.held ?? 0);
}
