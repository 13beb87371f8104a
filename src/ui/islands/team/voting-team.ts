import type { HiddenHalfPort } from '#app/case/hidden-half-port.ts';
import type { AttemptTeam } from '#core/attempt-file/attempt-team.ts';
import type { Chairs } from '#core/room/chairs.ts';
import type { VoteRound, VoteStep } from '#core/room/vote-round.ts';

/** A team before a decision, in a room or by itself: its vote, its reason, its choice. */
export interface VotingTeam {
  /** The reason as far as it is typed. */
  reason: string;
  /** Who has which chair; undefined or empty in a team without chairs. */
  readonly chairs?: Chairs | undefined;
  /** The open vote on a decision. */
  round(state: string): VoteRound;
  /** One step of the vote. */
  vote(state: string, step: VoteStep): void;
  /** The decision of the team, before it stands in the log. */
  decide(state: string, option: string, reason: string): void;
}

/** The team at this screen, as a saved attempt has it. */
export interface TeamInFile {
  /** Set in a room, which keeps the hidden half of exercises. */
  readonly hidden?: HiddenHalfPort | undefined;
  /** People at the screen, where the room knows it. */
  readonly people?: number | undefined;
  /** What it has said beside the attempt of that id; undefined where it plays another one. */
  saidBeside(attempt: string): AttemptTeam | undefined;
  /** An attempt was opened from a file: what the team had said of it. */
  bringBack(attempt: string, said: AttemptTeam): void;
}
