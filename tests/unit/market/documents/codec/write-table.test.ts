import { describe, expect, it } from 'vitest';
import { readCsv } from '#kernel/formats/csv/read-csv.ts';
import { InvariantError } from '#kernel/model/invariant.ts';
import { writeHeader, writeRows } from '#market/documents/codec/write-csv-table.ts';
import { column, listColumn } from '#market/documents/model/table-column.ts';

interface Line {
  readonly phone: string;
  readonly towns: readonly string[];
  readonly price?: number;
}
const COLUMNS = [
  column<Line>('phone', 'text', 'A phone', ({ phone }) => phone),
  listColumn<Line>('towns', 'text', 'Towns', ({ towns }) => towns),
  column<Line>('price', 'number', 'A price', ({ price }) => price),
];
const written = (...lines: readonly Line[]) => writeHeader(COLUMNS) + writeRows(COLUMNS, lines);

describe('a table of lines as CSV', () => {
  it('is read again cell by cell, with lists joined and signs of formulas kept', () => {
    const text = written({ phone: '+999 1', towns: ['A, "B"', 'C'], price: 0.5 }, { phone: '=1', towns: [] });
    const read = readCsv(new TextEncoder().encode(text), 'table.csv');

    expect(read.ok && [read.value.header, ...read.value.rows.map(({ cells }) => cells)]).toEqual([
      ['phone', 'towns', 'price'],
      ['+999 1', 'A, "B";C', '0.5'],
      ['=1', '', ''],
    ]);
  });

  it('is refused where an item contains what separates items', () => {
    expect(() => written({ phone: '1', towns: ['A;B'] })).toThrow(InvariantError);
  });
});
