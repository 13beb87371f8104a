import { describe, expect, it } from 'vitest';
import { parsePredictions } from '#bench/predictions/model/parse-predictions.ts';
import { nearestName } from '#kernel/formats/authored/nearest-name.ts';

const SIGNS = new Set(['same-room', 'shared-phone']);

const READING = {
  file: 'p.csv',
  nearest: nearestName,
  indicators: SIGNS,
  withheld: new Set(['w90']),
  aboutWithheld: 'leave-out' as const,
};

/** A table as a codec gives it, from its cells. */
function parsed(header: readonly string[], ...rows: readonly (readonly string[])[]) {
  const table = { header, rows: rows.map((cells, n) => ({ row: n + 2, line: n + 2, cells })) };
  return parsePredictions(table, READING);
}
const codes = (found: ReturnType<typeof parsed>) => found.issues.map(({ code, params }) => [code, params]);

describe('columns', () => {
  it.each([[['ad', 'probability']], [['id', 'p']], [['AD_ID', ' Score ']]])('%j are understood', (header) => {
    expect(parsed(header, ['0001', '0.25'])).toEqual({
      rows: [{ ad: '0001', probability: 0.25, row: 2 }],
      refused: new Set(),
      issues: [],
    });
  });

  it('may be in any order, and empty cells are ignored', () => {
    const { rows } = parsed(
      ['indicators', 'p', 'cluster', 'id'],
      ['same-room; shared-phone', '1', 'k1', '7'],
      ['', '.5', ' ', '8'],
    );

    expect(rows).toEqual([
      { ad: '7', probability: 1, cluster: 'k1', indicators: ['same-room', 'shared-phone'], row: 2 },
      { ad: '8', probability: 0.5, indicators: [], row: 3 },
    ]);
  });

  it('that are missing are reported, with the likely misspelled one', () => {
    const found = parsed(['id', 'probabilty', 'cluser'], ['7', '1', 'a']);

    expect(codes(found)).toEqual([
      ['prediction.unused-column-near', { column: 'probabilty', suggestion: 'probability' }],
      ['prediction.unused-column-near', { column: 'cluser', suggestion: 'cluster' }],
      ['prediction.no-column', { column: 'probability', names: 'probability, p, score' }],
    ]);
    expect(found.rows).toEqual([]);
  });

  it('that mean the same twice are refused', () => {
    expect(codes(parsed(['ad', 'p', 'score'], ['7', '1', '0']))).toEqual([
      ['prediction.two-columns', { first: 'p', second: 'score' }],
    ]);
  });

  it('named market are held against the market, and rows of each other one are refused with their numbers', () => {
    const cells = [
      ['1', '.5', 'm1'],
      ['2', '.5', 'm2'],
      ['3', '.5', ''],
      ['4', '.5', 'm3'],
      ['5', '.5', 'm2'],
    ];
    const table = {
      header: ['ad', 'p', 'Market'],
      rows: cells.map((row, n) => ({ row: n + 2, line: n + 2, cells: row })),
    };
    const found = parsePredictions(table, { ...READING, market: 'm1' });

    expect(found.issues).toMatchObject([
      {
        code: 'prediction.other-market',
        severity: 'error',
        params: { found: 'm2', asked: 'm1', rows: '3, 6' },
        position: { line: 3 },
      },
      { code: 'prediction.other-market', params: { found: 'm3', rows: '5' }, position: { line: 5 } },
    ]);
    // Where nobody knows the market, the column is no stranger all the same.
    expect(parsePredictions(table, READING).issues).toEqual([]);
  });

  it('that are unknown are ignored and reported', () => {
    const found = parsed(['ad', 'p', 'model version'], ['7', '1', 'x']);

    expect(codes(found)).toEqual([['prediction.unused-column', { column: 'model version' }]]);
    expect(found.rows).toHaveLength(1);
  });
});

describe('cells', () => {
  it.each([
    ['', 'prediction.not-a-number'],
    ['high', 'prediction.not-a-number'],
    ['NaN', 'prediction.not-a-number'],
    ['Infinity', 'prediction.not-a-number'],
    ['0x1', 'prediction.not-a-number'],
    ['83%', 'prediction.not-a-number'],
    ['0,83', 'prediction.decimal-comma'],
    ['83', 'prediction.out-of-range'],
    ['-0.1', 'prediction.out-of-range'],
    ['1.0000001', 'prediction.out-of-range'],
  ])('with the probability "%s" are refused with their row', (written, code) => {
    const found = parsed(['ad', 'p'], ['1', '0.5'], ['2', written], ['3', '0.5']);

    expect(found.issues).toEqual([
      {
        code,
        severity: 'error',
        path: [],
        params: { row: 3, value: written },
        position: { file: 'p.csv', line: 3, column: 1 },
      },
    ]);
    expect([...found.refused]).toEqual(['2']);
  });

  it.each([
    ['1e-3', 0.001],
    ['+.5', 0.5],
    ['1.', 1],
    ['0', 0],
  ])('with the probability "%s" are numbers', (written, probability) => {
    expect(parsed(['ad', 'p'], ['1', written]).rows[0]?.probability).toBe(probability);
  });

  it('are all refused at once, and at most a hundred are listed', () => {
    const found = parsed(['ad', 'p'], ['', '0.5'], ...Array.from({ length: 150 }, (_, n) => [`${n}`, 'x']));

    expect(codes(found)[0]).toEqual(['prediction.no-ad', { row: 2, value: '0.5' }]);
    expect(found.issues).toHaveLength(101);
    expect(codes(found).at(-1)).toEqual(['file.more-issues', { most: 100 }]);
    expect(found.refused.size).toBe(150);
  });

  it('with unknown signs lose these, with a report', () => {
    const found = parsed(
      ['ad', 'p', 'indicators'],
      ['1', '1', 'same-rom|shared-phone'],
      ['2', '1', 'same-rom;qqqqqqqq'],
    );

    expect(found.rows.map(({ indicators }) => indicators)).toEqual([['shared-phone'], []]);
    expect(codes(found)).toEqual([
      ['prediction.unknown-sign-near', { sign: 'same-rom', suggestion: 'same-room', rows: '2, 3' }],
      ['prediction.unknown-sign', { sign: 'qqqqqqqq', rows: '3' }],
    ]);
    expect(found.issues.every(({ severity }) => severity === 'warning')).toBe(true);
  });
});

describe('a row about a withheld card', () => {
  it.each(['', 'nan', '7', '0.5'])('is not read, whatever its probability: %j', (written) => {
    const found = parsed(
      ['ad', 'p', 'indicators'],
      ['w90', written, 'no-such-sign'],
      ['w90', '.1', ''],
      ['7', '1', ''],
    );

    expect(found).toEqual({
      rows: [{ ad: '7', probability: 1, indicators: [], row: 4 }],
      refused: new Set(),
      issues: [],
    });
  });

  it('is a fault with its row where no such ad is among those that a tool got', () => {
    const table = {
      header: ['ad', 'p'],
      rows: [
        ['7', '1'],
        ['w90', 'nan'],
      ].map((cells, n) => ({ row: n + 2, line: n + 2, cells })),
    };
    const found = parsePredictions(table, { ...READING, aboutWithheld: 'refuse' });

    expect(found.issues.map(({ code, params, position }) => [code, params['row'], position?.line])).toEqual([
      ['prediction.withheld-ad', 3, 3],
    ]);
    expect(found.rows.map(({ ad }) => ad)).toEqual(['7']);
  });
});
