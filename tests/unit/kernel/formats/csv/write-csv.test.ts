import { describe, expect, it } from 'vitest';
import { readCsv } from '#kernel/formats/csv/read-csv.ts';
import { writeCsv } from '#kernel/formats/csv/write-csv.ts';

describe('a table as CSV', () => {
  it('reads back as it was written', () => {
    const rows = [
      ['team', 'say "it"', 'a,b'],
      ['Żuraw', 'two\nlines', '0012'],
    ];
    const read = readCsv(new TextEncoder().encode(writeCsv(rows)), 'board.csv');

    expect(read.ok && [read.value.header, ...read.value.rows.map(({ cells }) => cells)]).toEqual(rows);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', '＝1', '\u200b=1'])('takes %j as a text', (text) => {
    expect(writeCsv([[text]])).toBe(`"'${text}"\r\n`);
  });

  it('writes numbers as they are, and nothing for what is missing', () => {
    expect(writeCsv([[-0.5, undefined, 'x']])).toBe('-0.5,,x\r\n');
  });
});
