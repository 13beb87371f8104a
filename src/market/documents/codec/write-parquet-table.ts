import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { toEpoch } from '#kernel/model/instant.ts';
import type { CellType, CellValue, TableColumn } from '#market/documents/model/table-column.ts';

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Physical and logical type by type of cell. Instants are adjusted to UTC, in milliseconds. */
const ELEMENTS: Readonly<Record<CellType, Partial<Element>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  instant: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};

/** Writes one Parquet file (Snappy) part by part. */
export interface TableWriter<Line> {
  /** The bytes of the next lines, as one row group. */
  rows(lines: readonly Line[]): Uint8Array;
  /** The bytes that end the file. */
  end(): Uint8Array;
}

/** A file with these columns. Only the lines of one call, and what the end of the file says of each row group, are in memory. */
export function createTableWriter<Line>(columns: readonly TableColumn<Line>[], createdBy: string): TableWriter<Line> {
  const writer = new ByteWriter();
  const schema: Element[] = [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
  const parquet = new ParquetWriter({ writer, schema, createdBy });
  /** Takes the bytes out of the buffer; the writer goes on to count offsets from the begin of the file. */
  const taken = () => {
    const bytes = new Uint8Array(writer.getBuffer());
    writer.index = 0;
    return bytes;
  };
  return {
    rows(lines) {
      const columnData = columns.map((column) => ({
        name: column.name,
        data: lines.map((line) => cellOf(column, line)),
      }));
      if (lines.length > 0) void parquet.write({ columnData, rowGroupSize: lines.length });
      return taken();
    },
    end() {
      void parquet.finish();
      return taken();
    },
  };
}

function elementsOf({ name, type, isList }: Pick<TableColumn<never>, 'name' | 'type' | 'isList'>): Element[] {
  if (!isList) return [{ name, ...ELEMENTS[type], repetition_type: 'OPTIONAL' }];
  return [
    { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', ...ELEMENTS[type], repetition_type: 'REQUIRED' },
  ];
}

function cellOf<Line>({ type, of }: TableColumn<Line>, line: Line): unknown {
  const cell = of(line);
  const written = (value: CellValue) => (type === 'instant' && value !== undefined ? millis(String(value)) : value);
  return Array.isArray(cell) ? (cell as readonly CellValue[]).map(written) : written(cell as CellValue);
}

const millis = (instant: string) => BigInt(toEpoch(instant)) * 1000n;
