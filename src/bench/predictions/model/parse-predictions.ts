import type { Issue, Position } from '#kernel/model/issue.ts';
import { predictionIssue } from './prediction-issue.ts';
import { rowList } from './row-list.ts';
import type { PredictionRow } from './schemas.ts';

/** A table as parsed by a codec: cells as text. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly TextRow[];
}

export interface TextRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  /** Line of the file in which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ParsedPredictions {
  readonly rows: readonly PredictionRow[];
  /** Ads whose rows cannot be used. */
  readonly refused: ReadonlySet<string>;
  /** Errors prevent scoring; warnings say what was left out. */
  readonly issues: readonly Issue[];
}

export interface PredictionReading {
  /** Name of the file, for the position of an issue. */
  readonly file: string;
  /** The known name that was most likely meant, if one is similar. */
  nearest(written: string, names: readonly string[]): string | undefined;
  /** Ids of the catalogue. An unknown sign is left out and reported. */
  readonly indicators: ReadonlySet<string>;
  /** Id of the market that the table is for, where it is known: a row that names another one is refused. */
  readonly market?: string;
  /** Ads behind a withheld card, which nobody scores. */
  readonly withheld: ReadonlySet<string>;
  /**
   * What becomes of a row about such an ad. It is left out, whatever it says, where the cards are among the ads; it is a
   * fault where they are not, as on the public bench.
   */
  readonly aboutWithheld: 'leave-out' | 'refuse';
}

type Column = 'ad' | 'probability' | 'cluster' | 'indicators' | 'market';

/** Accepted names of each column, case-insensitive. The first name is ours. */
const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  ad: ['ad', 'id', 'ad_id'],
  probability: ['probability', 'p', 'score'],
  cluster: ['cluster'],
  indicators: ['indicators'],
  market: ['market'],
};
const COLUMNS = Object.keys(COLUMN_NAMES) as Column[];
const REQUIRED_COLUMNS: readonly Column[] = ['ad', 'probability'];

/** A decimal number: no hexadecimal digits, no infinity, no space inside. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+$/;

/** Maximum number of faulty rows reported. */
const MAX_ISSUES = 100;

/** Maximum characters shown of a refused cell. */
const MAX_SHOWN_LENGTH = 40;

/** Parses the cells of a table as predictions. Returns all faults of all rows at once, each with its row. */
export function parsePredictions(table: TextTable, reading: PredictionReading): ParsedPredictions {
  const { file } = reading;
  const columns = columnsOf(table.header, reading);
  if (columns.issues.some(({ severity }) => severity === 'error'))
    return { rows: [], refused: new Set(), issues: columns.issues };

  const rows: PredictionRow[] = [];
  const refused = new Set<string>();
  const faults: Issue[] = [];
  let more: Position | undefined;
  const unknown = new Map<string, number[]>();
  const markets = new Map<string, TextRow[]>();
  for (const textRow of table.rows) {
    const { row, line, cells } = textRow;
    const cell = (column: Column) => cells[columns.place[column] ?? cells.length]?.trim() ?? '';
    const ad = cell('ad');
    const market = cell('market');
    if (market !== '' && market !== reading.market) {
      const others = markets.get(market);
      if (others) others.push(textRow);
      else markets.set(market, [textRow]);
    }
    const written = cell('probability');
    const isWithheld = reading.withheld.has(ad);
    if (isWithheld && reading.aboutWithheld === 'leave-out') continue;
    const code = ad === '' ? 'prediction.no-ad' : isWithheld ? 'prediction.withheld-ad' : faultOf(written);
    if (code) {
      const position = { file, line, column: 1 };
      const shown = (isWithheld ? ad : written).slice(0, MAX_SHOWN_LENGTH);
      if (faults.length < MAX_ISSUES) faults.push(predictionIssue(code, { row, value: shown }, position));
      else more ??= position;
      if (ad !== '') refused.add(ad);
      continue;
    }
    const cluster = cell('cluster');
    const named = columns.place.indicators === undefined ? undefined : namesIn(cell('indicators'));
    for (const name of named ?? []) {
      if (reading.indicators.has(name)) continue;
      const places = unknown.get(name);
      if (places) places.push(row);
      else unknown.set(name, [row]);
    }
    rows.push({
      ad,
      probability: Number(written),
      row,
      ...(cluster === '' ? {} : { cluster }),
      ...(named ? { indicators: named.filter((name) => reading.indicators.has(name)) } : {}),
    });
  }
  if (more) faults.push(predictionIssue('file.more-issues', { most: MAX_ISSUES }, more));
  const issues = [...columns.issues, ...otherMarkets(markets, reading), ...faults, ...unknownSigns(unknown, reading)];
  return { rows, refused, issues };
}

/** An issue for each other market that rows name. */
function otherMarkets(markets: ReadonlyMap<string, readonly TextRow[]>, { file, market }: PredictionReading): Issue[] {
  if (market === undefined) return [];
  return [...markets].slice(0, MAX_ISSUES).map(([written, rows]) => {
    const params = {
      found: written.slice(0, MAX_SHOWN_LENGTH),
      asked: market,
      rows: rowList(rows.map(({ row }) => row)),
    };
    return predictionIssue('prediction.other-market', params, { file, line: rows[0]?.line ?? 1, column: 1 });
  });
}

/** Index of each column; an unknown name is reported, with the one that was likely meant. */
function columnsOf(header: readonly string[], { file, nearest }: PredictionReading) {
  const place: Partial<Record<Column, number>> = {};
  const issues: Issue[] = [];
  const top = { file, line: 1, column: 1 };
  const strangers: string[] = [];
  header.forEach((title, n) => {
    const name = title.trim().toLowerCase();
    const column = COLUMNS.find((candidate) => COLUMN_NAMES[candidate].includes(name));
    const before = column ? place[column] : undefined;
    if (before !== undefined)
      issues.push(predictionIssue('prediction.two-columns', { first: header[before] ?? '', second: title }, top));
    else if (column) place[column] = n;
    else if (name !== '') strangers.push(title.trim());
  });
  const open = COLUMNS.filter((column) => place[column] === undefined);
  for (const title of strangers) {
    const near = nearest(
      title.toLowerCase(),
      open.flatMap((column) => COLUMN_NAMES[column].filter((name) => name.length > 2)),
    );
    issues.push(
      near
        ? predictionIssue('prediction.unused-column-near', { column: title, suggestion: near }, top)
        : predictionIssue('prediction.unused-column', { column: title }, top),
    );
  }
  for (const column of REQUIRED_COLUMNS)
    if (place[column] === undefined)
      issues.push(predictionIssue('prediction.no-column', { column, names: COLUMN_NAMES[column].join(', ') }, top));
  return { place, issues };
}

/** Issue code of a text that is not a probability; undefined if it is one. */
function faultOf(written: string): string | undefined {
  if (DECIMAL_COMMA.test(written)) return 'prediction.decimal-comma';
  if (!NUMBER.test(written)) return 'prediction.not-a-number';
  const value = Number(written);
  return value >= 0 && value <= 1 ? undefined : 'prediction.out-of-range';
}

const namesIn = (cell: string) => [...new Set(cell.split(/[;|]/).map((name) => name.trim()))].filter((name) => name);

function unknownSigns(unknown: ReadonlyMap<string, readonly number[]>, { indicators, nearest }: PredictionReading) {
  const known = [...indicators];
  return [...unknown].slice(0, MAX_ISSUES).map(([sign, rows]) => {
    const suggestion = nearest(sign, known);
    return suggestion
      ? predictionIssue('prediction.unknown-sign-near', { sign, suggestion, rows: rowList(rows) })
      : predictionIssue('prediction.unknown-sign', { sign, rows: rowList(rows) });
  });
}
