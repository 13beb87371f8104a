import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { SeenExercise } from '#case/play/use-cases/hidden-half-port.ts';
import type {
  Joined,
  JoinRefusal,
  JoinRequest,
  Received,
  RequestRefusal,
  TeamMessages,
  TeamView,
} from '#room/model/protocol.ts';

/** What the room answers: a value, or why it refuses the request itself. */
export type RoomAnswer<Value, Refusal = RequestRefusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refused: Refusal };

/** The room as a team's page reaches it. Every call throws `NoContactError` where nothing answers. */
export interface RoomPort {
  /** True if a room serves the site. `isLikely`, after an invitation or with an older session, makes it try harder. */
  isThere(isLikely: boolean): Promise<boolean>;
  join(request: JoinRequest): Promise<RoomAnswer<Joined, JoinRefusal | RequestRefusal>>;
  /** The view of the team. With a tag it waits for a different one, at most for a heartbeat. */
  state(token: string, after?: string): Promise<RoomAnswer<TeamView>>;
  /** Resolves also if a message is refused: see `Received.refused`. */
  send(token: string, messages: TeamMessages): Promise<RoomAnswer<Received>>;
  /**
   * What the team sees of the exercise at a state, if the room keeps its hidden half; `ahead` asks for the next hour
   * too.
   */
  exercise(token: string, state: string, ahead: boolean): Promise<RoomAnswer<SeenExercise>>;
  /** What the room has of the team's attempt. */
  attempt(token: string): Promise<RoomAnswer<AttemptLog | null>>;
}

/** Thrown if the room does not answer. */
export class NoContactError extends Error {
  override name = 'NoContactError';
}
