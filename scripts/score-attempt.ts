import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueOf, kindOf, readText } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import {
  createAttemptJudge,
  type JudgedAttempt,
  type NotScored,
  type OfOtherVersion,
} from './attempts/judge-attempt.ts';
import { attemptRows, attemptTables, attemptValues, type FoundAttempt } from './attempts/print-attempts.ts';
import { printReport } from './attempts/print-report.ts';
import type { CommandIo } from './command/command-io.ts';
import { badArgument, command, failWithIssues, fromArgument, readArguments } from './command/command-line.ts';
import { printIssue } from './command/print-issue.ts';
import { complain, oneLine, printCsv, printJson, printLines } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s score-attempt -- --log FILE|FOLDER [--json | --csv]
Scores saved attempts of shipped cases: the file that the page of a case saves, or the log that play --log prints.
Of a folder each .json file becomes a row: file, alias, case, ending, and the criteria side by side, from 0 to 1.
An attempt of another version is not scored: the report that was saved with it is printed as it stands.
A file that is no attempt is reported with the reason; the others are scored, and the command ends with 1.
  --log    the attempt, JSON, or a folder of them
  --json   print whole reports as JSON
  --csv    print the table as CSV`;

/** Maximum size of an attempt file; the longest attempt at a shipped case has a hundredth of it. */
const MAX_BYTES = 50_000_000;

type Form = Readonly<Record<'json' | 'csv', boolean>>;

/**
 * One call of the command: the output form, and a function that judges a file; undefined for an unreadable file, which
 * is reported.
 */
interface Call {
  readonly io: CommandIo;
  readonly form: Form;
  judge(file: string): JudgedAttempt | undefined;
}

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        log: { type: 'string' },
        json: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const path = values.log ?? badArgument('--log is missing.');
  if (values.json && values.csv) badArgument('--json and --csv: choose one of them.');
  const kind = fromArgument(`--log ${path}: there is no such file.`, kindOf(path, io.cwd));
  const judgeText = createAttemptJudge();
  const judge = (file: string) => {
    const read = readText(file, MAX_BYTES, io.cwd);
    if (read.ok) return judgeText(read.value);
    for (const issue of read.issues) complain(io, printIssue(issue));
    return undefined;
  };
  const call: Call = { io, form: values, judge };
  return (kind === 'folder' ? printFolder(call, path) : printFile(call, path)) ? 0 : 1;
});

/** Prints the result of one file; false where it is not scored, which is reported. */
function printFile({ io, form, judge }: Call, file: string): boolean {
  const judged = judge(file);
  if (!judged) return false;
  if (judged.kind === 'refused') return refuse(io, file, judged.why);
  if (judged.kind === 'other-version' && !form.csv) return printSaved(io, form, file, judged);
  if (form.csv) printCsv(io, attemptRows([{ name: basename(file), judged }]));
  else if (judged.kind === 'scored') printReport(io, judged.report, form.json);
  return true;
}

/** Prints the saved report of an attempt of another version, with a note; false where the file has no report. */
function printSaved(io: CommandIo, form: Form, file: string, { file: kept, why }: OfOtherVersion): boolean {
  const { report, saved } = kept;
  const { code, sentence } = why;
  if (!report) {
    const cure = 'The file holds no report either. Use the version of the kit that the attempt was made with.';
    return refuse(io, file, { code, sentence: `${sentence} It is not scored. ${cure}` });
  }
  const when = saved === '' ? '' : ` at ${saved}`;
  const note = `${file}: ${sentence} It is not scored. This report was saved with it${when} and is not checked here.`;
  if (form.json) complain(io, note);
  else printLines(io, oneLine(note));
  printReport(io, report, form.json);
  return true;
}

/** Prints the files of a folder in tables; false where one of them is not scored, which is reported. */
function printFolder({ io, form, judge }: Call, folder: string): boolean {
  const names = namesIn(folder, io.cwd)
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.json'))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) badArgument(`--log ${folder}: the folder holds no .json file.`);
  const attempts = names.flatMap((name): FoundAttempt[] => {
    const file = join(folder, name);
    const judged = judge(file);
    if (judged && judged.kind !== 'refused') return [{ name, judged }];
    if (judged) refuse(io, file, judged.why);
    return [];
  });
  if (form.json) printJson(io, attemptValues(attempts));
  else if (form.csv) printCsv(io, attemptRows(attempts));
  else io.out(attemptTables(attempts));
  return attempts.length === names.length;
}

function namesIn(folder: string, cwd: string) {
  try {
    return readdirSync(resolvePath(folder, cwd), { withFileTypes: true });
  } catch (error) {
    return failWithIssues([issueOf(error, folder)]);
  }
}

/** Reports a file that is not scored. */
function refuse(io: CommandIo, file: string, { code, sentence }: NotScored): false {
  complain(io, `${file}:1:1 ${code} ${sentence}`);
  return false;
}

if (import.meta.main) await runCommand(main);
