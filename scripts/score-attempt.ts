import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { badArgument, readArguments } from './command-line.ts';
import { createAttemptJudge, type NotScored, type OfOtherVersion } from './judge-attempt.ts';
import { attemptCsv, attemptJson, attemptTables, type FoundAttempt } from './print-attempts.ts';
import { printReport } from './print-report.ts';

const HELP = `Usage: npm run -s score-attempt -- --log FILE|FOLDER [--json | --csv]
Scores saved attempts of shipped cases: the file that the page of a case saves, or the log that play --log prints.
Of a folder every .json file is a row: file, alias, case, ending, and the criteria side by side, from 0 to 1.
An attempt of another version is not scored: the report that was saved with it is printed as it stands.
A file that is no attempt is named with its reason; the others count, and the command ends with 1.
  --log    the attempt, JSON, or a folder of them
  --json   print whole reports as JSON
  --csv    print the table as CSV`;

const { values } = readArguments(HELP, () =>
  parseArgs({
    options: {
      log: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);
const path = values.log ?? badArgument(HELP, '--log is missing.');
if (values.json && values.csv) badArgument(HELP, '--json and --csv: choose one of them.');
const judge = createAttemptJudge();
const found = statSync(path, { throwIfNoEntry: false }) ?? badArgument(HELP, `--log ${path}: there is no such file.`);
if (found.isDirectory()) printFolder(path);
else printFile(path);

function printFile(file: string): void {
  const judged = judge(read(file));
  if (judged.kind === 'refused') refuse(file, judged.why);
  else if (values.csv) process.stdout.write(attemptCsv([{ name: basename(file), judged }]));
  else if (judged.kind === 'scored') printReport(judged.report, values.json);
  else printSaved(file, judged.file, judged.why);
}

/** The report of another version as it stands in the file, under a sentence that says so. */
function printSaved(file: string, { report, saved }: OfOtherVersion['file'], { code, sentence }: NotScored): void {
  if (!report) {
    const cure = 'The file holds no report either. Use the version of the kit that the attempt was made with.';
    refuse(file, { code, sentence: `${sentence} It is not scored. ${cure}` });
    return;
  }
  const when = saved === '' ? '' : ` at ${saved}`;
  const note = `${file}: ${sentence} It is not scored. This report was saved with it${when} and is not checked here.\n`;
  (values.json ? process.stderr : process.stdout).write(note);
  printReport(report, values.json);
}

function printFolder(folder: string): void {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) badArgument(HELP, `--log ${folder}: the folder holds no .json file.`);
  const attempts = names.flatMap((name): FoundAttempt[] => {
    const file = join(folder, name);
    const judged = judge(read(file));
    if (judged.kind !== 'refused') return [{ name, judged }];
    refuse(file, judged.why);
    return [];
  });
  const print = values.json ? attemptJson : values.csv ? attemptCsv : attemptTables;
  process.stdout.write(print(attempts));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return badArgument(HELP, `--log ${file}: the file cannot be read.`);
  }
}

/** Names a file that is not scored; the command ends with 1 when the others are done. */
function refuse(file: string, { code, sentence }: NotScored): void {
  process.stderr.write(`${file}:1:1 ${code} ${sentence}\n`);
  process.exitCode = 1;
}
