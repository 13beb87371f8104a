import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { REPORT_PRINTS_FILE } from '#library/content/use-cases/load-library.ts';
import { readReportPrints, writeReportPrints } from '#safety/content/model/report-runs.ts';
import { badArgument, command, readArguments } from './command/command-line.ts';
import { refuseToReplaceOther } from './command/refuse-to-replace.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s update-report-fingerprints -- REPORT.txt [--out FILE] [--force]
Writes a fingerprint of every run of eight words in the report behind the kit, so that texts that copy it are refused (rule
C27). The report itself is no part of the kit, and no word of it can be read from the fingerprints.
  --out     the file to write (default ${REPORT_PRINTS_FILE}); earlier fingerprints are replaced
  --force   replace another file that is there already`;

export const main = command(HELP, (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const [report = badArgument('Name the file of the report, as plain text.'), ...others] = positionals;
  if (others.length > 0) badArgument('Name the file of the report, as plain text.');
  const file = resolve(io.cwd, report);
  if (!existsSync(file)) badArgument(`${report}: there is no such file.`);
  const out = values.out === undefined ? join(ROOT, REPORT_PRINTS_FILE) : resolve(io.cwd, values.out);
  refuseToReplaceOther(
    { option: values.out === undefined ? '' : '--out', path: out, from: io.cwd, isForced: values.force },
    (beginning) => readReportPrints(beginning) !== undefined,
  );
  const prints = writeReportPrints(readFileSync(file, 'utf8'));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, prints);
  io.out(`${readReportPrints(prints)?.size} prints, ${Buffer.byteLength(prints)} bytes\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
