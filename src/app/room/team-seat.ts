import type { Chairs } from '#core/room/chairs.ts';
import { emptyOutbox, type Outbox } from '#core/room/outbox.ts';
import type { Joined, TeamView } from '#core/room/protocol.ts';
import type { VoteRound } from '#core/room/vote-round.ts';

/** A team's place in a room, as its laptop keeps it. */
export interface TeamSeat {
  readonly schema: 'team-seat/1';
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

/** The storage of a seat on a laptop. */
export interface SeatStore {
  /** False if it is lost with the tab. */
  readonly lasting: boolean;
  read(): TeamSeat | undefined;
  write(seat: TeamSeat): void;
  leave(): void;
}

/** The seat of a team that has just joined, on a laptop that may have had another one. */
export function seatOf({ token, view, received, attempt }: Joined): TeamSeat {
  const outbox = emptyOutbox(received);
  const held = attempt
    ? { id: attempt.header.id, held: attempt.events.length, upTo: attempt.events.length }
    : undefined;
  return { schema: 'team-seat/1', token, view, outbox: { ...outbox, ...(held && { attempt: held }) }, read: [] };
}

/** Parses a stored seat; undefined if it is not valid. */
export function readSeat(text: string | null): TeamSeat | undefined {
  try {
    const seat = JSON.parse(text ?? 'null') as TeamSeat | null;
    const isSeat = seat?.schema === 'team-seat/1' && typeof seat.token === 'string' && typeof seat.view === 'object';
    return isSeat && Array.isArray(seat.outbox?.waiting) ? seat : undefined;
  } catch {
    return undefined;
  }
}
