import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';

/** A team is people at one screen. */
export const TEAM_SIZE = { least: 2, most: 5 } as const;

/** Maximum length of a reason for a decision, in UTF-16 units. */
export const MAX_REASON = 90;

/** Votes on one decision, as counts only: nothing says who voted for what. */
export interface VoteCount {
  /** Votes by option id. An option that is not named has none. */
  readonly options: Readonly<Record<string, number>>;
  /** People who kept their card down. */
  readonly keptDown: number;
}

/** What a team chose, and why in one line; empty where it gave no reason. */
export interface TeamReason {
  readonly option: string;
  readonly reason: string;
}

/** What a team has said beside its attempt, by decision. It holds no names. */
export interface AttemptTeam {
  readonly people: number;
  readonly votes: Readonly<Record<string, VoteCount>>;
  readonly reasons: Readonly<Record<string, TeamReason>>;
}

/** What of it belongs to this log: reasons of what the log chose. Undefined where the team has said nothing. */
export function teamOfLog({ people, votes, reasons }: AttemptTeam, log: AttemptLog): AttemptTeam | undefined {
  const chosen = Object.entries(reasons).filter(([state, { option }]) => isChosen(log, state, option));
  if (chosen.length === 0 && Object.keys(votes).length === 0) return undefined;
  return { people, votes, reasons: Object.fromEntries(chosen) };
}

/** True if the log chose that option at that decision, at any time. */
export const isChosen = ({ events }: AttemptLog, state: string, option: string): boolean =>
  events.some((event) => event.type === 'decision.made' && event.state === state && event.option === option);
