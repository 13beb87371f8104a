import type { ControlTeam } from './protocol.ts';
import { votesCast } from './room-events.ts';

/** A page that was not heard for so long (ms) is quiet: it asks at least four times as often. */
export const QUIET_AFTER_MS = 120_000;

/**
 * How a team stands, the first that holds: `handed-in`, `paused` (leave them in peace), `on-paper` (its page says
 * nothing, for it has none), `quiet` (nothing was heard from its page), `gate` (it waits for a release), `at-work`, and
 * `arrived` where it has not begun.
 */
export type TeamStanding = 'handed-in' | 'paused' | 'on-paper' | 'quiet' | 'gate' | 'at-work' | 'arrived';

/** How a team stands at the wall time `now`. */
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

/** For so long (ms) a team on another laptop needs a look: it may not be the team that went on there. */
const LOOK_AFTER_REJOIN_MS = 5 * 60_000;

/** True if another laptop has just gone on for the team. */
export const isJustRejoined = ({ rejoinedAt }: Pick<ControlTeam, 'rejoinedAt'>, now: number): boolean =>
  rejoinedAt !== undefined && now - rejoinedAt < LOOK_AFTER_REJOIN_MS;

/** Votes of the team on the decision in front of it: how many people have voted or kept the card down. */
export function votesIn({ place, votes }: Pick<ControlTeam, 'place' | 'votes'>): number | undefined {
  const count = place && votes[place.state];
  return count && votesCast(count);
}
