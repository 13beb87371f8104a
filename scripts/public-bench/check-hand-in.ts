import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { readBytes } from '#kernel/node/read-file.ts';
import type { CommandIo } from '../command/command-io.ts';
import { failWithIssues } from '../command/command-line.ts';
import { printIssue } from '../command/print-issue.ts';
import { complain } from '../command/print-text.ts';

import { complainNames } from './print-faults.ts';
import { MAX_OUT_BYTES } from './run-tool.ts';
import { tableOf } from './tool-rows.ts';

/** A folder that a team hands in: its path, and how the command names it. */
export interface HandedInTable {
  readonly path: string;
  readonly written: string;
}

/** Names that a message shows. */
const MAX_NAMED = 3;

/**
 * Looks at a folder of tables before they are scored. It is refused where no table has the name of a market; tables that
 * are the same byte for byte are named, because a loop may have written one table under several names.
 */
export function checkHandIn(io: CommandIo, { path, written }: HandedInTable, markets: readonly string[]): void {
  const names = readdirSync(path).sort();
  const tables = markets.map(tableOf).filter((name) => names.includes(name));
  const expected = tableOf(markets[0] ?? '');
  if (names.length === 0) failWithIssues([fileIssue(written, 'bench.no-files', { expected })]);
  if (tables.length === 0) {
    const examples = names.slice(0, MAX_NAMED).join(', ');
    failWithIssues([fileIssue(written, 'bench.no-tables', { count: names.length, examples, expected })]);
  }
  const digestOf = (name: string) => {
    const read = readBytes(join(path, name), MAX_OUT_BYTES);
    // A table that cannot be read is named where it is scored.
    return read.ok ? sha256Hex(read.value) : name;
  };
  for (const same of Map.groupBy(tables, digestOf).values()) {
    if (same.length === 1) continue;
    complain(io, printIssue({ ...fileIssue(written, 'bench.same-tables'), severity: 'warning' }));
    complainNames(io, same);
  }
}
