/** Measures the product against the references in tests/bench/reference/, each ratio within one run. */
import { readdirSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type BenchResult, type BenchRow, judgeRow } from './bench-row.ts';
import { badArgument, readArguments } from './command-line.ts';

const HELP = `Usage: npm run -s bench -- [--only <name>] [--json]
Measures every row of tests/bench/*.bench.ts against its reference. Ends with 1 where a goal is missed.
Quote the ratios, never the times: they hold on other machines.
  --only   one row, or all rows of one file, by its name (generate-market)
  --json   print machine and rows as JSON`;

const BENCH = resolve(import.meta.dirname, '..', 'tests', 'bench');
const SUFFIX = '.bench.ts';

interface Capability {
  readonly name: string;
  readonly rows: readonly BenchRow[];
}

const { values } = readArguments(HELP, () =>
  parseArgs({
    options: {
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);
const rows = chosenRows(await loadCapabilities(), values.only);
const machine = { cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: availableParallelism(), node: process.version };
const load = [loadNow()];
const results: BenchResult[] = [];
const failures: string[] = [];
for (const [n, row] of rows.entries()) {
  process.stderr.write(`[${n + 1}/${rows.length}] ${row.name}\n`);
  try {
    results.push(judgeRow(row, await row.measure()));
  } catch (error) {
    failures.push(`${row.name} could not be measured: ${error instanceof Error ? error.message : error}`);
  }
}
load.push(loadNow());
if (values.json) process.stdout.write(`${JSON.stringify({ machine: { ...machine, load }, rows: results }, null, 2)}\n`);
else printTable();
for (const failure of failures) process.stderr.write(`${failure}\n`);
process.exitCode = failures.length > 0 || results.some(({ met }) => !met) ? 1 : 0;

async function loadCapabilities(): Promise<Capability[]> {
  const files = readdirSync(BENCH).filter((file) => file.endsWith(SUFFIX));
  return Promise.all(
    files.sort().map(async (file) => {
      const { rows } = (await import(pathToFileURL(join(BENCH, file)).href)) as { rows: readonly BenchRow[] };
      return { name: basename(file, SUFFIX), rows };
    }),
  );
}

function chosenRows(capabilities: readonly Capability[], only: string | undefined): readonly BenchRow[] {
  const all = capabilities.flatMap((capability) => capability.rows);
  if (only === undefined) return all;
  const file = capabilities.find(({ name }) => name === basename(only, SUFFIX));
  const chosen = file?.rows ?? all.filter(({ name }) => name === only);
  if (chosen.length > 0) return chosen;
  const known = capabilities.map(
    (capability) => `${capability.name}: ${capability.rows.map(({ name }) => name).join(', ')}`,
  );
  return badArgument(HELP, `--only ${only}: there is no such row or file. Known: ${known.join('; ')}.`);
}

/** Mean number of busy processes in the last minute; always 0 on Windows. */
function loadNow(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2));
}

function printTable(): void {
  const { cpu, cores, node } = machine;
  process.stdout.write(`${cpu}, ${cores} cores, Node ${node}, load ${load.join(' before and ')} after\n\n`);
  const lines = results.map(({ name, ratio, q1, q3, goal, atMost, met }) => [
    name,
    short(ratio),
    `[${short(q1)}, ${short(q3)}]`,
    goal === null ? '' : `${atMost ? 'at most' : 'at least'} ${goal}`,
    goal === null ? '' : met ? 'met' : 'MISSED',
  ]);
  const table = [['row', 'ratio', '[q1, q3]', 'goal', ''], ...lines];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  for (const line of table)
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
}

/** Three digits that count, and no exponent. */
function short(figure: number): string {
  return figure.toLocaleString('en', { maximumSignificantDigits: 3 });
}
