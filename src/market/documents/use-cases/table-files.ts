import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { writeHeader, writeRows } from '#market/documents/codec/write-csv-table.ts';
import { createTableWriter, type TableWriter } from '#market/documents/codec/write-parquet-table.ts';
import type { TableColumn } from '#market/documents/model/table-column.ts';
import { TABLES, type TableKind, type TableLines } from '#market/documents/model/tables.ts';
import type { FileList, FilePart } from './file-list.ts';

/** Formats of flat tables that can be written beside the lines. */
export const TABLE_FORMATS = ['csv', 'parquet'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Where some lines stand: the name of their file without its ending, and whether they begin or end that file. */
interface Place {
  readonly folder: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Ads written so far. */
  readonly ads: number;
}

/** Flat tables that are written part by part, beside the files of lines. */
export interface TableFiles {
  /** Writes lines as rows, in all formats that were asked for; the lines are asked for where there is one. */
  write<Kind extends TableKind>(
    kind: Kind,
    linesOf: () => readonly TableLines[Kind][],
    place: Place,
  ): Generator<FilePart>;
}

/** Tables in these formats; with no format, nothing is written. */
export function createTableFiles(formats: ReadonlySet<TableFormat>, list: FileList): TableFiles {
  const writers = new Map<TableKind, TableWriter<never>>();
  return { write };

  function* write<Kind extends TableKind>(
    kind: Kind,
    linesOf: () => readonly TableLines[Kind][],
    { folder, name, isFirst, isLast, ads }: Place,
  ): Generator<FilePart> {
    if (formats.size === 0) return;
    const lines = linesOf();
    const columns = TABLES[kind] as readonly TableColumn<TableLines[Kind]>[];
    if (formats.has('csv')) {
      const text = (isFirst ? writeHeader(columns) : '') + writeRows(columns, lines);
      yield list.part(folder, `${name}.csv`, kind, text, lines.length, ads);
    }
    if (!formats.has('parquet')) return;
    const file = `${name}.parquet`;
    const begun = writers.get(kind) as TableWriter<TableLines[Kind]> | undefined;
    const writer = begun ?? createTableWriter(columns, `checkathon, generator ${GENERATOR_VERSION}`);
    writers.set(kind, writer as TableWriter<never>);
    yield list.part(folder, file, kind, writer.rows(lines), lines.length, ads);
    if (!isLast) return;
    yield list.part(folder, file, kind, writer.end(), 0, ads);
    writers.delete(kind);
  }
}
