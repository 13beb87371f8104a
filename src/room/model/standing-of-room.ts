import { sumOf } from '#kernel/model/sum-of.ts';
import type { ControlView } from './protocol.ts';
import { standingOfTeam, type TeamStanding } from './team-standing.ts';

/** The state of a room in short, for the facilitator. Facts only: the page has the words. */
export interface RoomStanding {
  /** `empty`: no team has joined. `paused` goes before `held`. */
  readonly phase: 'empty' | 'paused' | 'held' | 'waiting' | 'running' | 'all-in';
  readonly teams: number;
  readonly people: number;
  /** Number of teams by their standing. */
  readonly counts: Readonly<Record<TeamStanding, number>>;
  /** Parts that are released, and all parts. */
  readonly released: number;
  readonly parts: number;
  /** Place (from 0) of the part that is released next; left out after the last. */
  readonly next?: number;
}

const NONE: Readonly<Record<TeamStanding, number>> = {
  'handed-in': 0,
  paused: 0,
  'on-paper': 0,
  quiet: 0,
  gate: 0,
  'at-work': 0,
  arrived: 0,
};

/** The standing of the room at the time of the view. `waiting`: every team that could act waits for a release. */
export function standingOfRoom({ room, teams, now }: ControlView): RoomStanding {
  const counts = { ...NONE };
  for (const team of teams) counts[standingOfTeam(team, now)]++;
  const released = room.parts.filter((part) => part.released).length;
  const next = room.parts.findIndex((part) => !part.released);
  return {
    phase: phaseOf(room, teams.length, counts, released),
    teams: teams.length,
    people: sumOf(teams.map(({ people }) => people)),
    counts,
    released,
    parts: room.parts.length,
    ...(next >= 0 && { next }),
  };
}

function phaseOf(
  { pausedSince, held }: ControlView['room'],
  teams: number,
  counts: RoomStanding['counts'],
  released: number,
): RoomStanding['phase'] {
  if (pausedSince !== undefined) return 'paused';
  if (teams === 0) return 'empty';
  if (counts['handed-in'] === teams) return 'all-in';
  if (held) return 'held';
  const canAct = counts['at-work'] + (released > 0 ? counts.arrived : 0);
  return canAct === 0 && (counts.gate > 0 || released === 0) ? 'waiting' : 'running';
}
