import type { Chairs } from '#case/language/model/chairs.ts';
import type { VoteRound, VoteStep } from '#room/model/vote-round.ts';

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
