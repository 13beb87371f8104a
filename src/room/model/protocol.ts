import type { AttemptEvent, AttemptHeader, AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { AttemptFileFault } from '#case/attempt-file/model/schemas.ts';
import type { Chairs } from '#case/language/model/chairs.ts';
import type { NotKept } from './not-kept.ts';
import type { ResultContent } from './result-content.ts';
import type { PaperChoice, RoomSwitch, VoteCount } from './room-events.ts';
import type { HandIn, RoomInject, RoomState, TeamState } from './room-state.ts';
import type { TeamAtDoor } from './team-at-door.ts';

/*
 * The protocol between pages and the server of a room: JSON over HTTP. A team sends its token, and the control page
 * sends the control token, as `Authorization: Bearer TOKEN`. There are no cookies.
 */

/** Addresses of the server of a room, below the root of the site. */
export const ROOM_PATHS = {
  /** GET: `TeamView`. With `?after=TAG` of the last view the answer waits for another view, at most `HEARTBEAT_MS`. */
  state: '/room/state',
  /** GET: `AttemptLog | null`, what the team has handed over. */
  attempt: '/room/team/attempt',
  /**
   * GET with `?state=ID`: `SeenExercise`, for an exercise whose hidden half the room keeps. With `&ahead` it says how
   * long it is to the next thing that the team sees.
   */
  exercise: '/room/team/exercise',
  /** POST: `JoinRequest` -> `Joined`. */
  join: '/room/join',
  /** POST: `TeamMessages` -> `Received`. */
  teamEvents: '/room/team/events',
  /** POST: `TeamMessages` of which the last is `team.handed-in` -> `Received`. */
  handIn: '/room/hand-in',
  /** GET: `ControlView`, with `?after=TAG` as above. Loopback only, as everything below `/room/control/`. */
  controlState: '/room/control/state',
  /** POST: `ControlAction` -> `Done`. */
  controlDo: '/room/control/do',
  /** GET: `RoomEvent[]`, the whole log. */
  controlLog: '/room/control/log',
  /** GET: `Board`; with `?csv` the table of the teams as CSV. */
  controlBoard: '/room/control/board',
  /** POST `{ "id": ID }` of a team at the closed door -> `Done`: it may come in. */
  controlLetIn: '/room/control/let-in',
  /** POST `{}` -> `Done`: writes the log of the room anew, after its file has vanished. */
  controlWriteAnew: '/room/control/write-anew',
  /** POST `{ "forget": CODE OF THE ROOM }`: deletes everything that the room wrote, and ends the server. */
  controlForget: '/room/control/forget',
} as const;

/** How long an answer may wait for news. A page that hears nothing for twice as long has lost the room. */
export const HEARTBEAT_MS = 15_000;

export interface JoinRequest {
  readonly word: string;
  readonly name: string;
  readonly people: number;
  /** The code of the team of that name, to continue as it; the token of its former laptop becomes void. */
  readonly code?: string;
}

export interface Joined {
  readonly team: string;
  readonly token: string;
  /** Number of the team's last message that the room has: the next one is one higher. */
  readonly received: number;
  readonly view: TeamView;
  /** What the team had sent, if it continues. */
  readonly attempt: AttemptLog | null;
}

/** A message of a team's page. */
export type TeamMessage =
  | { readonly type: 'team.progressed'; readonly state: string; readonly last: number }
  | { readonly type: 'votes.counted'; readonly state: string; readonly votes: VoteCount }
  | { readonly type: 'team.decided'; readonly state: string; readonly option: string; readonly reason: string }
  | { readonly type: 'chairs.given'; readonly chairs: Chairs }
  | { readonly type: 'attempt.extended'; readonly header?: AttemptHeader; readonly events: readonly AttemptEvent[] }
  | { readonly type: 'team.handed-in' }
  | { readonly type: 'team.paused' }
  | { readonly type: 'team.resumed' };

/** Messages in order, numbered by the page from the `received` of the room on. */
export interface TeamMessages {
  readonly messages: readonly (TeamMessage & { readonly n: number })[];
}

/**
 * The room has written every message up to `received` to its disk. If `refused` is set, the message after it was
 * refused; the page drops it, and gives its number to the next one.
 */
export interface Received {
  readonly received: number;
  readonly seq: number;
  readonly refused?: { readonly n: number; readonly why: TeamRefusal };
}

/** Why a message of a team is refused. */
export type TeamRefusal =
  /** A message before it is missing: send from `received` + 1 on. */
  | 'gap'
  | 'unknown-state'
  | 'unknown-option'
  /** More votes than people. */
  | 'too-many-votes'
  /** A chair with an unknown role or person, or with too many people; or a person without a chair. */
  | 'bad-chairs'
  /** The act belongs to a part that is not released. */
  | 'not-released'
  /** The attempt is of another case or version, or not the one that the team began. */
  | 'other-attempt'
  /** The hash chain is broken, or the case does not allow the events. */
  | 'impossible-attempt'
  /** A place that the team was not given, an act before it confirmed its places, or an act while hours have to pass. */
  | 'not-allowed'
  /** The attempt has more events than the maximum. */
  | 'too-long'
  /** The team has handed in; the facilitator can withdraw the result. */
  | 'handed-in'
  | 'no-attempt';

/** Why a team may not join. */
export type JoinRefusal =
  | 'wrong-word'
  | 'bad-name'
  | 'bad-size'
  | 'name-taken'
  | 'no-such-team'
  | 'wrong-code'
  | 'room-full'
  /** The facilitator lets no new team in, or lets teams in one by one. */
  | 'door-closed';

/** What a team may see of the room: nothing about other teams. */
export interface TeamView {
  readonly schema: 'room-view/1';
  /** ETag of the view; ignores `now`. */
  readonly tag: string;
  /** Wall time of the server, from which a page computes the offset of its own clock. */
  readonly now: number;
  readonly room: string;
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly locale: string;
  readonly parts: readonly {
    readonly id: string;
    readonly title: string;
    readonly released: boolean;
    /** Wall time at which it opens by itself, where the facilitator has planned it. */
    readonly opensAt?: number;
  }[];
  readonly held: boolean;
  readonly paused: boolean;
  /** The hour (wall time in ms) that the facilitator has set. */
  readonly until?: number;
  /** The room keeps nothing now: what the team sends waits on its laptop. */
  readonly notKept?: true;
  readonly injects: readonly Omit<RoomInject, 'to'>[];
  readonly team: Pick<TeamState, 'id' | 'name' | 'people' | 'code' | 'received' | 'votes' | 'paused' | 'chairs'> & {
    readonly decisions: Readonly<Record<string, { readonly option: string; readonly reason: string }>>;
    /** Number of the last event of its attempt that the room has. */
    readonly last: number;
    readonly handedIn: boolean;
  };
}

/** The state of the room for the control page, without tokens and without attempts. */
export interface ControlView {
  readonly schema: 'room-control/1';
  /** ETag of the view: changes with every event, and with whatever else is in the view but `now` and `seenAt`. */
  readonly tag: string;
  readonly seq: number;
  readonly now: number;
  readonly room: Omit<RoomState, 'teams' | 'seq'>;
  readonly teams: readonly ControlTeam[];
  /** Addresses at which teams reach the room, the printed one first. */
  readonly addresses: readonly string[];
  /** Teams that ask to come in while the door is closed. */
  readonly atDoor: readonly TeamAtDoor[];
  /** Why nothing is kept now, and the folder where it should be. */
  readonly notKept?: { readonly why: NotKept; readonly folder: string };
}

/** A result without the log of its file. */
export type ShownHandIn =
  | Exclude<HandIn, { readonly by: 'file' }>
  | Omit<Extract<HandIn, { readonly by: 'file' }>, 'log' | 'before'>;

export type ControlTeam = Omit<TeamState, 'tokenHash' | 'attempt' | 'handIn'> & {
  readonly handIn?: ShownHandIn;
  /** Wall time of the last request of the team's page, not only of messages. */
  readonly seenAt: number;
  /** What its result contains; undefined before there is one. */
  readonly content?: ResultContent;
  /** The part at whose gate it waits. */
  readonly gate?: string;
  readonly onPaper: boolean;
  /** Number of the last event of its attempt that the room has. */
  readonly last: number;
};

/** What the facilitator does. */
export type ControlAction =
  | { readonly type: 'part.released'; readonly part: string }
  | { readonly type: 'release.scheduled'; readonly part: string; readonly opensAt: number }
  | { readonly type: 'release.taken-back'; readonly part: string }
  | { readonly type: RoomSwitch }
  | { readonly type: 'places.dealt'; readonly state: string; readonly each: number }
  | { readonly type: 'places.given'; readonly state: string; readonly team: string; readonly places: readonly string[] }
  | { readonly type: 'timer.set'; readonly until: number }
  | { readonly type: 'inject.sent'; readonly text: string; readonly to?: readonly string[] }
  | { readonly type: 'reason.ticked'; readonly team: string; readonly state: string; readonly shown: boolean }
  | {
      readonly type: 'team.reset' | 'team.forgotten' | 'hand-in.withdrawn' | 'team.code-changed';
      readonly team: string;
    }
  /** A team that plays on paper. */
  | { readonly type: 'team.joined'; readonly name: string; readonly people: number }
  | { readonly type: 'votes.counted'; readonly team: string; readonly state: string; readonly votes: VoteCount }
  | { readonly type: 'line.typed'; readonly team: string; readonly line: string }
  /** The text of an attempt file. */
  | { readonly type: 'attempt.given'; readonly team: string; readonly text: string }
  | { readonly type: 'paper.counted'; readonly team: string; readonly choices: readonly PaperChoice[] };

/** The action stands in the log on the disk. */
export interface Done {
  readonly seq: number;
}

/** Why an action of the facilitator is refused. Faults of a line or a file have their own names: see `detail`. */
export type ControlRefusal =
  | 'unknown-part'
  | 'unknown-team'
  | 'unknown-state'
  | 'unknown-option'
  | 'unknown-decision'
  | 'too-many-votes'
  | 'already-released'
  | 'not-released'
  /** A team is in the part already. */
  | 'part-in-use'
  | 'unknown-place'
  | 'bad-name'
  | 'bad-size'
  | 'name-taken'
  | 'room-full'
  | 'bad-text'
  | 'past-hour'
  /** The team has a result; withdraw it first. */
  | 'doubled'
  | 'no-result'
  /** Another team, named in `detail`, has the same result. */
  | 'same-result'
  | 'bad-line'
  /** `detail` is a `FileFault`. */
  | 'bad-file';

/**
 * Why a file of a team is refused: it cannot be read; it is of another case or version; the case does not allow its
 * log; or its votes are of another case, or of more people than the team has.
 */
export type FileFault =
  | AttemptFileFault
  | 'other-case'
  | 'other-version'
  | Extract<TeamRefusal, 'other-attempt' | 'impossible-attempt' | 'too-long' | 'no-attempt'>
  | 'unknown-state'
  | 'unknown-option'
  | 'too-many-votes';

/** A refused request: status 4xx, and this as its body. */
export interface RoomRefusal {
  readonly refused: JoinRefusal | TeamRefusal | ControlRefusal | RequestRefusal;
  /** Fault of a result line (`LineFault`) or of a file, groups that were heard wrongly, or a team. */
  readonly detail?: unknown;
}

/** Why a request is refused before it is read. */
export type RequestRefusal =
  | 'wrong-host'
  | 'foreign-origin'
  | 'not-json'
  | 'too-large'
  | 'too-many-requests'
  | 'no-token'
  /** Another laptop goes on for the team, or the team was forgotten. */
  | 'old-token'
  | 'control-only-here'
  | 'bad-request'
  | 'no-such-address'
  /** Writing to the disk failed: nothing was acknowledged. */
  | 'not-kept';
