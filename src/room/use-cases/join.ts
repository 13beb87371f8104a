import type { JoinRefusal, JoinRequest } from '#room/model/protocol.ts';
import { nextTeamId } from '#room/model/replay-room.ts';
import { MAX_NAME, MAX_TEAMS, type RoomAction, TEAM_SIZE } from '#room/model/room-events.ts';
import type { RoomState, TeamState } from '#room/model/room-state.ts';
import { isTeamCode } from '#room/model/team-code.ts';

/** A normalised team name: no control or invisible characters, single spaces; undefined for an invalid one. */
export function teamName(written: string): string | undefined {
  const name = written
    .normalize('NFKC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(name) && name.length <= MAX_NAME ? name : undefined;
}

const same = (name: string) => name.normalize('NFKC').toLowerCase();

/** The team of that name. */
export const teamNamed = ({ teams }: RoomState, name: string): TeamState | undefined =>
  teams.find((team) => same(team.name) === same(name));

export const isTeamSize = (people: number): boolean =>
  Number.isInteger(people) && people >= TEAM_SIZE.least && people <= TEAM_SIZE.most;

export type JoinAnswer =
  | { readonly ok: true; readonly team: string; readonly action: RoomAction }
  | { readonly ok: false; readonly why: JoinRefusal };

/**
 * Lets a team in, or lets another laptop take over with the code of the team: from then on only the new token is valid.
 * `tokenHash` is the hash of the token that the page gets, and `code` that of a new team. `isLetIn`: the facilitator has let
 * this team in although the door is closed.
 */
export function joinRoom(
  room: RoomState,
  { word, name: written, people, code: given }: JoinRequest,
  {
    tokenHash,
    code,
    isLetIn = false,
  }: { readonly tokenHash: string; readonly code: string; readonly isLetIn?: boolean },
): JoinAnswer {
  const refused = (why: JoinRefusal): JoinAnswer => ({ ok: false, why });
  if (same(word.trim()) !== same(room.opened.word)) return refused('wrong-word');
  const name = teamName(written);
  if (name === undefined) return refused('bad-name');
  const known = teamNamed(room, name);
  if (given !== undefined) {
    if (!known) return refused('no-such-team');
    if (!isTeamCode(given, known.code)) return refused('wrong-code');
    return { ok: true, team: known.id, action: { type: 'team.rejoined', team: known.id, tokenHash } };
  }
  if (known) return refused('name-taken');
  if (!isTeamSize(people)) return refused('bad-size');
  if (room.teams.length >= MAX_TEAMS) return refused('room-full');
  if (room.doorClosed && !isLetIn) return refused('door-closed');
  const team = nextTeamId(room);
  return { ok: true, team, action: { type: 'team.joined', team, name, people, tokenHash, code } };
}
