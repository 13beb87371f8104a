import type { Chairs } from '#case/language/model/chairs.ts';
import { emptyOutbox, type Outbox } from '#room/model/outbox.ts';
import type { Joined, TeamView } from '#room/model/protocol.ts';
import type { VoteRound } from '#room/model/vote-round.ts';

/** A team's place in a room, as its laptop keeps it. */
export interface TeamSession {
  readonly schema: 'team-session/1';
  readonly token: string;
  /** The last view of the room, shown while there is no contact. */
  readonly view: TeamView;
  readonly outbox: Outbox;
  /** Injects that the team has closed. */
  readonly read: readonly string[];
  /** Chairs as last assigned at this laptop. */
  readonly chairs?: Chairs;
  /** The open vote, and the reason as far as it is typed. */
  readonly round?: VoteRound;
  readonly reason?: string;
  /** Wall time at which the room confirmed the result. */
  readonly handedInAt?: number;
}

/** The storage of a session on a laptop. */
export interface TeamSessionStore {
  /** False if it is lost with the tab. */
  readonly lasting: boolean;
  read(): TeamSession | undefined;
  write(session: TeamSession): void;
  leave(): void;
}

/** The session of a team that has just joined, on a laptop that may have had another one. */
export function sessionOf({ token, view, received, attempt }: Joined): TeamSession {
  const outbox = emptyOutbox(received);
  const held = attempt
    ? { id: attempt.header.id, held: attempt.events.length, upTo: attempt.events.length }
    : undefined;
  return { schema: 'team-session/1', token, view, outbox: { ...outbox, ...(held && { attempt: held }) }, read: [] };
}

/** The name of this format in earlier versions: a laptop may still hold acts of its team under it. */
const EARLIER_NAME = 'team-seat/1';

/** Parses a stored session; undefined if it is not valid. */
export function readSession(text: string | null): TeamSession | undefined {
  try {
    const found = JSON.parse(text ?? 'null') as (Omit<TeamSession, 'schema'> & { readonly schema: string }) | null;
    const session = found?.schema === EARLIER_NAME ? { ...found, schema: 'team-session/1' } : found;
    const isSession =
      session?.schema === 'team-session/1' && typeof session.token === 'string' && typeof session.view === 'object';
    return isSession && Array.isArray(session.outbox?.waiting) ? (session as TeamSession) : undefined;
  } catch {
    return undefined;
  }
}
