import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type {
  Joined,
  JoinRefusal,
  JoinRequest,
  Received,
  RequestRefusal,
  SeenExercise,
  TeamMessages,
  TeamView,
} from '#core/room/protocol.ts';

/** What the room answers: a value, or why it refuses the request itself. */
export type RoomAnswer<Value, Refusal = RequestRefusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refused: Refusal };

/** The room as a team's page reaches it. Every call throws `NoContactError` where nothing answers. */
export interface RoomPort {
  /** True if the site is served by a room. One that `isLikely`, by an invitation or an older seat, is asked harder. */
  isThere(isLikely: boolean): Promise<boolean>;
  join(request: JoinRequest): Promise<RoomAnswer<Joined, JoinRefusal | RequestRefusal>>;
  /** The view of the team. After a tag it waits for another one, for as long as a heartbeat. */
  state(token: string, after?: string): Promise<RoomAnswer<TeamView>>;
  /** Messages of which one is refused have an answer too: see `Received.refused`. */
  send(token: string, messages: TeamMessages): Promise<RoomAnswer<Received>>;
  /** What the team sees of the exercise at a state, if the room keeps its hidden half; `ahead` asks for the next hour too. */
  exercise(token: string, state: string, ahead: boolean): Promise<RoomAnswer<SeenExercise>>;
  /** What the room has of the team's attempt. */
  attempt(token: string): Promise<RoomAnswer<AttemptLog | null>>;
}

/** The room does not answer. */
export class NoContactError extends Error {
  override name = 'NoContactError';
}
