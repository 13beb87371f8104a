import type { ControlTeam } from './protocol.ts';
import { votesCast } from './room-events.ts';

/** A page is quiet after this time (ms) without a request; normally it asks at least four times as often. */
export const QUIET_AFTER_MS = 120_000;

/**
 * The standing of a team, the first that applies: `handed-in`, `paused`, `on-paper` (it has no page), `quiet` (its page
 * sends nothing), `gate` (it waits for a release), `at-work`, `arrived` (it has not begun).
 */
export type TeamStanding = 'handed-in' | 'paused' | 'on-paper' | 'quiet' | 'gate' | 'at-work' | 'arrived';

/** The standing of a team at the wall time `now`. */
export function standingOfTeam(team: ControlTeam, now: number): TeamStanding {
  if (team.handIn) return 'handed-in';
  if (team.paused) return 'paused';
  if (team.onPaper) return 'on-paper';
  if (now - team.seenAt >= QUIET_AFTER_MS) return 'quiet';
  if (team.gate !== undefined) return 'gate';
  return team.place ? 'at-work' : 'arrived';
}

/** Whole minutes since the team's page was last heard. */
export const minutesQuiet = ({ seenAt }: Pick<ControlTeam, 'seenAt'>, now: number): number =>
  Math.max(0, Math.floor((now - seenAt) / 60_000));

/** Time (ms) after a change of laptop in which the facilitator should check that it is the same team. */
const LOOK_AFTER_REJOIN_MS = 5 * 60_000;

/** True if another laptop has just taken over for the team. */
export const isJustRejoined = ({ rejoinedAt }: Pick<ControlTeam, 'rejoinedAt'>, now: number): boolean =>
  rejoinedAt !== undefined && now - rejoinedAt < LOOK_AFTER_REJOIN_MS;

/** Votes of the team on the decision in front of it: how many people have voted or kept the card down. */
export function votesIn({ place, votes }: Pick<ControlTeam, 'place' | 'votes'>): number | undefined {
  const count = place && votes[place.state];
  return count && votesCast(count);
}
