/** Type of a cell. An instant is written as text in a line and in CSV, and is a number of milliseconds in Parquet. */
export type CellType = 'text' | 'integer' | 'number' | 'boolean' | 'instant';

/** One cell; undefined where the line has nothing there. */
export type CellValue = string | number | boolean | undefined;

/** One column of a flat table: its cells hold one value, or a list of values. */
export interface TableColumn<Line> {
  readonly name: string;
  readonly type: CellType;
  readonly describes: string;
  readonly isList: boolean;
  /** The cell of a line. */
  readonly of: (line: Line) => CellValue | readonly CellValue[];
}

/** A column with one value in each cell. */
export const column = <Line>(
  name: string,
  type: CellType,
  describes: string,
  of: (line: Line) => CellValue,
): TableColumn<Line> => ({ name, type, describes, isList: false, of });

/** A column with a list in each cell, which may be empty. */
export const listColumn = <Line>(
  name: string,
  type: CellType,
  describes: string,
  of: (line: Line) => readonly CellValue[],
): TableColumn<Line> => ({ name, type, describes, isList: true, of });
