import { compareCodes } from '#kernel/model/compare-codes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { ControlTeam } from './protocol.ts';

/** A column of the board. `name` is left out where names are hidden. */
export interface ShownTeam {
  readonly id: string;
  readonly people: number;
  readonly name?: string;
}

/**
 * Teams as columns of the board: in the order of their tables, or with names hidden in a stable order that does not
 * reveal them.
 */
export function shownTeams(
  teams: readonly Pick<ControlTeam, 'id' | 'name' | 'people' | 'joinedAt'>[],
  hide: boolean,
): ShownTeam[] {
  if (!hide) return teams.map(({ id, name, people }) => ({ id, name, people }));
  const placed = teams.map(({ id, people, joinedAt }) => ({ id, people, place: sha256Hex(`${id} ${joinedAt}`) }));
  return placed.sort((a, b) => compareCodes(a.place, b.place)).map(({ id, people }) => ({ id, people }));
}
