/** Measures the product against the references in tests/timings/reference/, each ratio within one run. */

import { readdirSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { LOCALE } from '#i18n/locale.ts';
import { badArgument, command, readArguments } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { judgeRow, type TimingResult, type TimingRow } from './gate/timing-row.ts';

const HELP = `Usage: npm run -s time-functions -- [--only <name>] [--json]
Measures every row of tests/timings/*.timing.ts against its reference. Ends with 1 where a goal is missed.
Quote the ratios, never the times: they hold on other machines.
  --only   one row, or all rows of one file, by its name (generate-market)
  --json   print machine and rows as JSON`;

const TIMINGS = join(ROOT, 'tests', 'timings');
const SUFFIX = '.timing.ts';

interface Capability {
  readonly name: string;
  readonly rows: readonly TimingRow[];
}

interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  /** Load average before and after. */
  readonly load: readonly number[];
}

export const main = command(HELP, async (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const rows = chosenRows(await loadCapabilities(), values.only);
  const before = loadNow();
  const results: TimingResult[] = [];
  const failures: string[] = [];
  for (const [n, row] of rows.entries()) {
    io.say(`[${n + 1}/${rows.length}] ${row.name}\n`);
    try {
      results.push(judgeRow(row, await row.measure()));
    } catch (error) {
      failures.push(`${row.name} could not be measured: ${error instanceof Error ? error.message : error}`);
    }
  }
  const machine: Machine = {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    node: process.version,
    load: [before, loadNow()],
  };
  if (values.json) io.out(`${JSON.stringify({ machine, rows: results }, null, 2)}\n`);
  else io.out(tableOf(machine, results));
  for (const failure of failures) io.say(`${failure}\n`);
  return failures.length > 0 || results.some(({ met }) => !met) ? 1 : 0;
});

async function loadCapabilities(): Promise<Capability[]> {
  const files = readdirSync(TIMINGS).filter((file) => file.endsWith(SUFFIX));
  return Promise.all(
    files.sort().map(async (file) => {
      const { rows } = (await import(pathToFileURL(join(TIMINGS, file)).href)) as { rows: readonly TimingRow[] };
      return { name: basename(file, SUFFIX), rows };
    }),
  );
}

function chosenRows(capabilities: readonly Capability[], only: string | undefined): readonly TimingRow[] {
  const all = capabilities.flatMap((capability) => capability.rows);
  if (only === undefined) return all;
  const file = capabilities.find(({ name }) => name === basename(only, SUFFIX));
  const chosen = file?.rows ?? all.filter(({ name }) => name === only);
  if (chosen.length > 0) return chosen;
  const known = capabilities.map(
    (capability) => `${capability.name}: ${capability.rows.map(({ name }) => name).join(', ')}`,
  );
  return badArgument(`--only ${only}: there is no such row or file. Known: ${known.join('; ')}.`);
}

/** Load average of the last minute; always 0 on Windows. */
function loadNow(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2));
}

function tableOf({ cpu, cores, node, load }: Machine, results: readonly TimingResult[]): string {
  const lines = results.map(({ name, ratio, q1, q3, goal, atMost, met }) => [
    name,
    short(ratio),
    `[${short(q1)}, ${short(q3)}]`,
    goal === null ? '' : `${atMost ? 'at most' : 'at least'} ${goal}`,
    goal === null ? '' : met ? 'met' : 'MISSED',
  ]);
  const table = [['row', 'ratio', '[q1, q3]', 'goal', ''], ...lines];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const shown = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const head = `${cpu}, ${cores} cores, Node ${node}, load ${load.join(' before and ')} after`;
  return `${[head, '', ...shown].join('\n')}\n`;
}

/** Three significant digits, no exponent. */
function short(figure: number): string {
  return figure.toLocaleString(LOCALE, { maximumSignificantDigits: 3 });
}

if (import.meta.main) await runCommand(main);
