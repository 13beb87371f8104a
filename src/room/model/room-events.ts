import type { AttemptEvent, AttemptHeader, AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { AttemptTeam, VoteCount } from '#case/attempt-file/model/attempt-team.ts';
import type { Chairs } from '#case/language/model/chairs.ts';
import type { RoomPart } from '#case/language/model/room-parts.ts';
import { sumOf } from '#kernel/model/sum-of.ts';

export { MAX_REASON, TEAM_SIZE, type VoteCount } from '#case/attempt-file/model/attempt-team.ts';

/** Name and version of the log of a room. */
export const ROOM_SCHEMA = 'room/1';

/** Maximum length of a team name, in UTF-16 units. */
export const MAX_NAME = 40;

/** Maximum number of teams in a room. */
export const MAX_TEAMS = 40;

/** People who have voted, or kept their card down. */
export const votesCast = ({ options, keptDown }: VoteCount): number => keptDown + sumOf(Object.values(options));

/** How a result reached the facilitator. */
export type HandInWay = 'lan' | 'line' | 'file' | 'paper';

/** Who released a part. `freely`: the room holds no part back. */
export type ReleaseWay = 'facilitator' | 'clock' | 'freely';

/** A choice that a team on paper made. */
export interface PaperChoice {
  readonly state: string;
  readonly option: string;
}

/**
 * What a team's page sent. `n` numbers the messages of one team from 1 without a gap, so that a message that is sent
 * again is never counted again.
 */
export interface SentByTeam {
  readonly team: string;
  /** Left out where the facilitator entered it for the team. */
  readonly n?: number;
}

/** The room was opened: its name, its case and its parts. The first event of every log. */
export interface RoomOpened {
  readonly type: 'room.opened';
  readonly schema: typeof ROOM_SCHEMA;
  /** Short code of the room, shown beside its word. */
  readonly room: string;
  /** The word that lets a team join. */
  readonly word: string;
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly marketId: string;
  readonly generatorVersion: number;
  readonly minutes: number;
  readonly locale: string;
  readonly parts: readonly RoomPart[];
}

/** What the facilitator does to the whole room and says nothing more about. */
export type RoomSwitch =
  | 'room.held'
  | 'room.let-go'
  | 'room.paused'
  | 'room.resumed'
  | 'timer.stopped'
  | 'door.closed'
  | 'door.opened';

/** What happened in a room, before it is placed in the log. Teams are named by an id such as `t3`. */
export type RoomAction =
  | RoomOpened
  | {
      readonly type: 'team.joined';
      readonly team: string;
      readonly name: string;
      readonly people: number;
      /**
       * SHA-256 of the team's token, in hexadecimal; the token itself is written nowhere. Empty for a team on paper.
       */
      readonly tokenHash: string;
      /** What another laptop needs to go on for the team. */
      readonly code: string;
    }
  /** Another laptop goes on under the name of the team. The token of the former one is void. */
  | { readonly type: 'team.rejoined'; readonly team: string; readonly tokenHash: string }
  /** The team has another code, and the laptop that plays for it is left out until it gives that one. */
  | { readonly type: 'team.code-changed'; readonly team: string; readonly code: string }
  /** Where the team stands: the state in front, its part, and the number of the last event of its attempt. */
  | ({
      readonly type: 'team.progressed';
      readonly state: string;
      readonly part: string;
      readonly last: number;
    } & SentByTeam)
  | ({ readonly type: 'votes.counted'; readonly state: string; readonly votes: VoteCount } & SentByTeam)
  | ({
      readonly type: 'team.decided';
      readonly state: string;
      readonly option: string;
      /** One line; empty where the team gave none. */
      readonly reason: string;
    } & SentByTeam)
  /** The team has given its chairs to its people, or plays without: then they are empty. */
  | ({ readonly type: 'chairs.given'; readonly chairs: Chairs } & SentByTeam)
  /** The attempt of a team begins, or goes on: events that follow those handed over before. */
  | ({
      readonly type: 'attempt.extended';
      /** Only with the first events of an attempt. */
      readonly header?: AttemptHeader;
      readonly events: readonly AttemptEvent[];
    } & SentByTeam)
  | ({ readonly type: 'team.handed-in'; readonly by: 'lan' } & SentByTeam)
  | { readonly type: 'team.handed-in'; readonly by: 'line'; readonly team: string; readonly line: string }
  | {
      readonly type: 'team.handed-in';
      readonly by: 'file';
      readonly team: string;
      readonly log: AttemptLog;
      /** Votes and reasons, where the file has them. */
      readonly said?: AttemptTeam;
    }
  | {
      readonly type: 'team.handed-in';
      readonly by: 'paper';
      readonly team: string;
      readonly choices: readonly PaperChoice[];
    }
  /** A result was given to the wrong team, or by mistake. */
  | { readonly type: 'hand-in.withdrawn'; readonly team: string }
  | { readonly type: 'part.released'; readonly part: string; readonly by: ReleaseWay }
  /** The part opens by itself at `opensAt`, in wall time (ms). */
  | { readonly type: 'release.scheduled'; readonly part: string; readonly opensAt: number }
  /** The part is closed again, or does not open by itself any more. */
  | { readonly type: 'release.taken-back'; readonly part: string }
  /**
   * Deals places at random: each team that has not begun the exercise gets `each` of its places, and so does each team
   * that joins later. `order` is the random order: the first team gets the first places, and so on, starting over after
   * the last. If `each` equals the number of places, every team gets all.
   */
  | { readonly type: 'places.dealt'; readonly state: string; readonly each: number; readonly order: readonly string[] }
  /** The facilitator gives a team these places of an exercise. */
  | { readonly type: 'places.given'; readonly state: string; readonly team: string; readonly places: readonly string[] }
  /** Every team finishes its sentence and stops. */
  | { readonly type: 'room.held' }
  | { readonly type: 'room.let-go' }
  /** No new team may join. Teams of the room go on, also on another laptop. */
  | { readonly type: 'door.closed' }
  | { readonly type: 'door.opened' }
  /** Every screen shows the pause, and the timer stops. */
  | { readonly type: 'room.paused' }
  | { readonly type: 'room.resumed' }
  | {
      readonly type: 'inject.sent';
      readonly inject: string;
      readonly text: string;
      /** The teams that see it; undefined for all. */
      readonly to?: readonly string[];
    }
  /** Teams see the hour `until` (wall time in ms), and no countdown. */
  | { readonly type: 'timer.set'; readonly until: number }
  | { readonly type: 'timer.stopped' }
  /** The facilitator allows the reason of a team on the wall, or takes it down again. */
  | { readonly type: 'reason.ticked'; readonly team: string; readonly state: string; readonly shown: boolean }
  | ({ readonly type: 'team.paused' } & SentByTeam)
  | ({ readonly type: 'team.resumed' } & SentByTeam)
  /** The team begins anew: its attempt, votes, decisions and result are left out of the state. */
  | { readonly type: 'team.reset'; readonly team: string }
  /** The team is left out of the state altogether. In the file, such entries replace all others of the team. */
  | { readonly type: 'team.forgotten'; readonly team: string };

/** An entry of the log: an action with its number from 1 and its wall time in milliseconds. Append-only. */
export type RoomEvent = RoomAction & { readonly seq: number; readonly at: number };

/** Adds `action` to a log that ends with the entry `last`. */
export function roomEvent(action: RoomAction, last: Pick<RoomEvent, 'seq'> | undefined, at: number): RoomEvent {
  return { seq: (last?.seq ?? 0) + 1, at, ...action };
}
