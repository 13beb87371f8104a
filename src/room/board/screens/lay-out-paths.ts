import type { Board } from '#room/model/board.ts';
import type { ToldDecision } from '#room/use-cases/tell-board.ts';

/** A box of the map: an option that teams chose, at a row of its decision and a column of its letter. */
export interface PathBox {
  readonly row: number;
  readonly column: number;
  readonly teams: number;
  readonly isRed: boolean;
}

export interface PathWay {
  readonly from: Pick<PathBox, 'row' | 'column'>;
  readonly to: Pick<PathBox, 'row' | 'column'>;
  readonly teams: number;
}

export interface PathLayout {
  /** Titles of the decisions that were reached, a row each. */
  readonly rows: readonly string[];
  readonly columns: number;
  readonly boxes: readonly PathBox[];
  readonly ways: readonly PathWay[];
}

/** Decisions as rows in the order of the case, options as columns, and the ways that teams went between them. */
export function layOutPaths(decisions: readonly ToldDecision[], { links }: Board['path']): PathLayout {
  const reached = decisions.filter(({ restsOn }) => restsOn > 0);
  const placeOf = ({ state, option }: { readonly state: string; readonly option: string }) => {
    const row = reached.findIndex((one) => one.state === state);
    const column = reached[row]?.options.findIndex(({ ids }) => ids.includes(option)) ?? -1;
    return row < 0 || column < 0 ? undefined : { row, column };
  };
  return {
    rows: reached.map(({ title }) => title),
    columns: Math.max(0, ...reached.map(({ options }) => options.length)),
    boxes: reached.flatMap(({ options }, row) =>
      options.flatMap(({ teams, verdict }, column) =>
        teams.length > 0 ? [{ row, column, teams: teams.length, isRed: verdict?.rating === 'red' }] : [],
      ),
    ),
    ways: links.flatMap(({ from, to, teams }) => {
      const [start, end] = [from && placeOf(from), placeOf(to)];
      return start && end ? [{ from: start, to: end, teams }] : [];
    }),
  };
}
