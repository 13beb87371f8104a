import { writeCsv } from '#kernel/formats/csv/write-csv.ts';
import type { Board } from '#room/model/board.ts';
import type { RoomState } from '#room/model/room-state.ts';

type Cell = string | number | undefined;

/** Names of the columns of the table; ids of criteria and decisions follow. */
export interface BoardColumns {
  readonly team: string;
  readonly people: string;
  readonly handedIn: string;
}

/** The table of a room: a row for each team in the order of joining, criteria from 0 to 1, then the options chosen. */
export function boardCsv(board: Board, { teams }: Pick<RoomState, 'teams'>, names: BoardColumns): string {
  const header: Cell[] = [
    names.team,
    names.people,
    names.handedIn,
    ...board.criteria.map(({ id }) => id),
    ...board.decisions.map(({ state }) => state),
  ];
  const rows = teams.map(({ id, name, people, handIn }): Cell[] => [
    name,
    people,
    handIn?.by ?? '',
    ...board.criteria.map(({ teams: points }) => rounded(points[id]?.scaled)),
    ...board.decisions.map(({ options }) =>
      options
        .filter(({ teams: chose }) => chose.includes(id))
        .map(({ option }) => option)
        .join(' '),
    ),
  ]);
  return writeCsv([header, ...rows]);
}

const rounded = (points: number | undefined) => (points === undefined ? undefined : Math.round(points * 1000) / 1000);
