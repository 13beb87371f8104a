import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { REPORT_PRINTS_FILE } from '#app/library/load-library.ts';
import { readReportPrints, writeReportPrints } from '#core/safety/report-runs.ts';
import { badArgument, readArguments } from './command-line.ts';

const HELP = `Usage: node scripts/update-report-fingerprints.ts REPORT.txt [--out FILE]
Writes a print of every eight words in a row of the report behind the kit, so that texts that copy it are refused (rule
C27). The report itself is no part of the kit, and no word of it can be read from the prints.
  --out   where they are written (default ${REPORT_PRINTS_FILE})`;

const { values, positionals } = readArguments(HELP, () =>
  parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, help: { type: 'boolean', default: false } },
  }),
);
const [report, ...others] = positionals;
if (report === undefined || others.length > 0) badArgument(HELP, 'Name the file of the report, as plain text.');
else if (!existsSync(report)) badArgument(HELP, `${report}: there is no such file.`);
else {
  const out = values.out ?? resolve(import.meta.dirname, '..', REPORT_PRINTS_FILE);
  const prints = writeReportPrints(readFileSync(report, 'utf8'));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, prints);
  process.stdout.write(`${readReportPrints(prints)?.size} prints, ${Buffer.byteLength(prints)} bytes\n`);
}
