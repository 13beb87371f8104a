import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { Chairs } from '#case/language/model/chairs.ts';
import type { PaperChoice, ReleaseWay, RoomOpened, VoteCount } from './room-events.ts';

/** A result as it came. */
export type HandIn = { readonly at: number } & (
  | { readonly by: 'lan' }
  | { readonly by: 'line'; readonly line: string }
  | {
      readonly by: 'file';
      readonly log: AttemptLog;
      /** True where the file had votes and reasons. */
      readonly hasReasons: boolean;
      /** Votes and decisions of the team before the file came; restored if it is withdrawn. */
      readonly before: Pick<TeamState, 'votes' | 'decisions'>;
    }
  | { readonly by: 'paper'; readonly choices: readonly PaperChoice[] }
);

export interface TeamDecision {
  readonly option: string;
  readonly reason: string;
  /** True once the facilitator has allowed the reason on the wall. */
  readonly shown: boolean;
  readonly at: number;
}

export interface TeamState {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  /** Empty for a team that plays on paper; `LEFT_OUT` where no laptop plays for it. */
  readonly tokenHash: string;
  /** What another laptop needs to go on for the team. */
  readonly code: string;
  readonly joinedAt: number;
  /** How often another laptop went on for the team. */
  readonly rejoined: number;
  /** Wall time of the last time. */
  readonly rejoinedAt?: number;
  /** Number of the last message of the team's page that stands in the log; 0 before the first. */
  readonly received: number;
  /** Wall time of the last event that the team itself caused. */
  readonly heardAt: number;
  /** Its position; undefined before it has sent one. */
  readonly place?: { readonly state: string; readonly part: string; readonly last: number };
  readonly paused: boolean;
  /** Places of exercises that it is given, by state; no entry for a state with all places. */
  readonly places?: Readonly<Record<string, readonly string[]>>;
  /** Undefined before the team has assigned them. */
  readonly chairs?: Chairs;
  /** The last count of votes on each decision, by state. */
  readonly votes: Readonly<Record<string, VoteCount>>;
  readonly decisions: Readonly<Record<string, TeamDecision>>;
  /** What it has sent of its attempt. */
  readonly attempt?: AttemptLog;
  readonly handIn?: HandIn;
}

export interface PartState {
  readonly id: string;
  readonly released?: { readonly by: ReleaseWay; readonly at: number };
  /** When it opens by itself, in wall time. A pause delays it. */
  readonly planned?: { readonly opensAt: number; readonly setAt: number };
}

export interface RoomInject {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** Left out for all teams. */
  readonly to?: readonly string[];
}

/** How the places of an exercise are dealt: `each` to a team, in this order, starting over after the last. */
export interface Deal {
  readonly order: readonly string[];
  readonly each: number;
  readonly dealt: number;
}

/** State of a room. Always derived from its log. */
export interface RoomState {
  /** Number of the last event. */
  readonly seq: number;
  readonly opened: RoomOpened;
  readonly openedAt: number;
  readonly parts: readonly PartState[];
  readonly held: boolean;
  /** True while no new team may join by itself. */
  readonly doorClosed: boolean;
  /** Wall time since when all screens are paused. */
  readonly pausedSince?: number;
  /** The hour that teams see. A pause delays it. */
  readonly timer?: { readonly until: number; readonly setAt: number };
  readonly injects: readonly RoomInject[];
  /** By state: how places are dealt, and how many were. Undefined before the first deal. */
  readonly deals?: Readonly<Record<string, Deal>>;
  /** In the order of joining. */
  readonly teams: readonly TeamState[];
}
