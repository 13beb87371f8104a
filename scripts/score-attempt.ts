import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueOf, kindOf, readText } from '#adapters/node/read-file.ts';
import type { Issue } from '#core/kernel/issue.ts';
import { badArgument, failWithIssues, fromArgument, readArguments } from './command-line.ts';
import { createAttemptJudge, type JudgedAttempt, type NotScored, type OfOtherVersion } from './judge-attempt.ts';
import { attemptRows, attemptTables, attemptValues, type FoundAttempt } from './print-attempts.ts';
import { printIssue } from './print-issue.ts';
import { printReport } from './print-report.ts';
import { complain, oneLine, printCsv, printJson, printLines } from './print-text.ts';

const HELP = `Usage: npm run -s score-attempt -- --log FILE|FOLDER [--json | --csv]
Scores saved attempts of shipped cases: the file that the page of a case saves, or the log that play --log prints.
Of a folder every .json file is a row: file, alias, case, ending, and the criteria side by side, from 0 to 1.
An attempt of another version is not scored: the report that was saved with it is printed as it stands.
A file that is no attempt is named with its reason; the others count, and the command ends with 1.
  --log    the attempt, JSON, or a folder of them
  --json   print whole reports as JSON
  --csv    print the table as CSV`;

/** The longest attempt of a shipped case has a hundredth of it. */
const MOST_BYTES = 50_000_000;

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
const kind = fromArgument(HELP, `--log ${path}: there is no such file.`, kindOf(path));
if (kind === 'folder') printFolder(path);
else printFile(path);

function printFile(file: string): void {
  const judged = judgeFile(file);
  if (!judged) return;
  if (judged.kind === 'refused') refuse(file, judged.why);
  else if (values.csv) printCsv(attemptRows([{ name: basename(file), judged }]));
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
  const note = `${file}: ${sentence} It is not scored. This report was saved with it${when} and is not checked here.`;
  if (values.json) complain(note);
  else printLines(oneLine(note));
  printReport(report, values.json);
}

function printFolder(folder: string): void {
  const names = namesIn(folder)
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.json'))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) badArgument(HELP, `--log ${folder}: the folder holds no .json file.`);
  const attempts = names.flatMap((name): FoundAttempt[] => {
    const file = join(folder, name);
    const judged = judgeFile(file);
    if (judged && judged.kind !== 'refused') return [{ name, judged }];
    if (judged) refuse(file, judged.why);
    return [];
  });
  if (values.json) printJson(attemptValues(attempts));
  else if (values.csv) printCsv(attemptRows(attempts));
  else process.stdout.write(attemptTables(attempts));
}

/** Undefined where the file cannot be read, which is then said. */
function judgeFile(file: string): JudgedAttempt | undefined {
  const read = readText(file, MOST_BYTES);
  if (read.ok) return judge(read.value);
  for (const issue of read.issues) refuseWith(issue);
  return undefined;
}

function namesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return failWithIssues([issueOf(error, folder)]);
  }
}

function refuseWith(issue: Issue): void {
  complain(printIssue(issue));
  process.exitCode = 1;
}

/** Names a file that is not scored; the command ends with 1 when the others are done. */
function refuse(file: string, { code, sentence }: NotScored): void {
  complain(`${file}:1:1 ${code} ${sentence}`);
  process.exitCode = 1;
}
