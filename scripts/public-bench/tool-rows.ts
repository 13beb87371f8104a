import { join } from 'node:path';
import { parsePredictions } from '#bench/predictions/model/parse-predictions.ts';
import type { PredictionRow } from '#bench/predictions/model/schemas.ts';
import { nearestName } from '#kernel/formats/authored/nearest-name.ts';
import { readCsv } from '#kernel/formats/csv/read-csv.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { kindOf, readBytes } from '#kernel/node/read-file.ts';

import { MAX_OUT_BYTES } from './run-tool.ts';

/** Faults of one table that are shown; the first ones tell what is wrong with it. */
const MAX_SHOWN = 3;

/** How the table of a market is read. */
export interface TableReading {
  /** Stands for the file in issues. */
  readonly name: string;
  readonly market: string;
  readonly indicators: ReadonlySet<string>;
  /** Ads behind a withheld card: they are in no file of the bench, and a row about one is a fault. */
  readonly withheld: ReadonlySet<string>;
}

/**
 * Reads the table that a tool has written for a market, with the rules of score-predictions. Any faulty row refuses the
 * table: a tool cannot choose the ads that it is scored on.
 */
export function readToolRows(out: string, { name, ...reading }: TableReading): Parsed<PredictionRow[]> {
  const refuse = (...issues: readonly Issue[]) => ({ ok: false, issues: issues.slice(0, MAX_SHOWN) }) as const;
  if (!kindOf(out).ok) return refuse(fileIssue(name, 'bench.nothing-written', { placeholder: '{out}' }));
  const bytes = readBytes(out, MAX_OUT_BYTES);
  if (!bytes.ok)
    return refuse(...bytes.issues.map((issue) => ({ ...issue, position: { file: name, line: 1, column: 1 } })));
  const table = readCsv(bytes.value, name);
  if (!table.ok) return refuse(...table.issues);
  const { rows, issues } = parsePredictions(table.value, {
    file: name,
    nearest: nearestName,
    aboutWithheld: 'refuse',
    ...reading,
  });
  const faults = [...table.value.issues, ...issues].filter(({ severity }) => severity === 'error');
  return faults.length > 0 ? refuse(...faults) : { ok: true, value: [...rows] };
}

/** Reads the table of a market, `<market>.csv`, from a folder that a team has handed in. */
export function readHandedIn(folder: string, reading: TableReading): Parsed<PredictionRow[]> {
  const file = tableOf(reading.market);
  const out = join(folder, file);
  if (!kindOf(out).ok) return { ok: false, issues: [fileIssue(reading.name, 'bench.no-table', { file })] };
  return readToolRows(out, reading);
}

/** Name of the table of a market in a folder that a team hands in. */
export const tableOf = (market: string) => `${market}.csv`;
