import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#kernel/formats/csv/read-csv.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCsv(bytesOf(text), 'a.csv');

/** The table of a file that can be read. */
function tableOf(text: string) {
  const found = read(text);
  if (!found.ok) throw new Error(`Not read: ${JSON.stringify(found.issues)}`);
  return found.value;
}
const faultsOf = (found: ReturnType<typeof readCsv>) =>
  (found.ok ? found.value.issues : found.issues).map(({ code, params, position }) => [code, params, position?.line]);

describe('readCsv', () => {
  it('gives header and rows with their numbers, for any line ending', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(tableOf(['ad,p', '1,0.5', '', '2,0.6', ''].join(end))).toEqual({
        header: ['ad', 'p'],
        rows: [
          { row: 2, line: 2, cells: ['1', '0.5'] },
          { row: 4, line: 4, cells: ['2', '0.6'] },
        ],
        issues: [],
      });
  });

  it('reads back any table that was written with quotation marks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ';', ' ', 'é') });
    const record = fc.tuple(cell, cell, cell);
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (records) => {
        const full = records.map((cells) => ['x', ...cells]);
        const written = [['h', 'i', 'j', 'k'], ...full]
          .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const { rows } = tableOf(written);

        expect(rows.map(({ cells }) => cells)).toEqual(full);
        for (const { line, cells } of rows)
          expect(written.split(/\r\n|\r|\n/)[line - 1]).toMatch(new RegExp(`^"${cells[0]}",`));
      }),
    );
  });

  it('drops a byte order mark and reports it', () => {
    const { header, issues } = tableOf('\uFEFFad,p\n1,0.5\n');

    expect(header).toEqual(['ad', 'p']);
    expect(issues).toMatchObject([{ code: 'csv.byte-order-mark', severity: 'warning' }]);
  });

  it.each([
    [';', ';'],
    ['\t', 'TAB'],
    ['|', '|'],
  ])('names the delimiter "%s" of a file that has no commas', (delimiter, found) => {
    const text = ['ad,probability', '1,0.5'].join('\n').replaceAll(',', delimiter);

    expect(faultsOf(read(text))).toEqual([['csv.delimiter', { found }, 1]]);
  });

  it('refuses rows with too few or too many cells, and an empty one too many: it may come of a decimal comma', () => {
    const found = read('ad,p\n1\n2,0.5,x\n3,0,5,\n4,0.5\n');

    expect(faultsOf(found)).toEqual([
      ['csv.cells', { row: 2, cells: 1, width: 2 }, 2],
      ['csv.cells', { row: 3, cells: 3, width: 2 }, 3],
      ['csv.cells', { row: 4, cells: 4, width: 2 }, 4],
    ]);
    expect(found.ok && found.value.rows.map(({ cells }) => cells)).toEqual([['4', '0.5']]);
  });

  it.each([
    ['line feeds', '\n', 'csv.too-many-rows'],
    ['carriage returns', '\r', 'csv.too-many-rows'],
    ['commas', ',', 'csv.too-many-cells'],
  ])('refuses a file of %s before it is parsed', (_, separator, code) => {
    const bytes = new Uint8Array(21_000_000).fill(separator.charCodeAt(0));

    expect(faultsOf(readCsv(bytes, 'x.csv')).map(([found]) => found)).toEqual([code]);
  });

  it('lists at most a hundred uneven rows', () => {
    const faults = faultsOf(read(`ad,p\n1,1\n${'x\n'.repeat(5000)}`));

    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toEqual(['file.more-issues', { most: 100 }, 103]);
  });

  it.each([
    ['is never closed', 'ad,p\n1,0.5\n"2,0.5\n3,0.5\n'],
    ['is closed too early', 'ad,p\n1,0.5\n"2"x,0.5\n3,0.5\n'],
  ])('refuses a file in which a quotation mark %s, with its row', (_, text) => {
    const [first] = faultsOf(read(text));

    expect(first).toEqual(['csv.quotes', { row: 3 }, 3]);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\n,\n'],
    ['a header alone', 'ad,p\n'],
  ])('refuses a file that holds %s', (_, text) => {
    expect(faultsOf(read(text)).map(([code]) => code)).toEqual(['csv.empty']);
  });

  it.each([
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x64, 0])],
    ['UTF-16 without a mark', Uint8Array.from([0x61, 0, 0x64, 0])],
    ['Latin-1', Uint8Array.from([0x61, 0x2c, 0xe9, 0x0a])],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0])],
  ])('refuses %s', (_, bytes) => {
    expect(faultsOf(readCsv(bytes, 'a.csv')).map(([code]) => code)).toEqual(['csv.encoding']);
  });

  it('never throws, and puts every issue into the file', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ';', '=') }),
        (bytes, text) => {
          for (const found of [readCsv(bytes, 'a.csv'), read(text)])
            for (const { position } of found.ok ? found.value.issues : found.issues)
              expect(position?.file).toBe('a.csv');
        },
      ),
    );
  });
});
