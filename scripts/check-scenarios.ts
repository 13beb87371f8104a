import { readdirSync, watch } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkForms } from '#case/checking/model/check-forms.ts';
import {
  canShowPattern,
  checkLengths,
  type DecisionOfCase,
  type LengthFigures,
  measureLengths,
} from '#case/checking/model/check-lengths.ts';
import type { CaseFigures } from '#case/checking/model/check-scenario.ts';
import { decisionsWithRatings } from '#case/checking/model/decisions-with-ratings.ts';
import type { PlayingTime } from '#case/checking/model/playing-time.ts';
import { fileMeant, isCaseFolder, KEY_FILE, SCENARIO_FILE } from '#case/language/use-cases/case-file-names.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { issueOf, kindOf } from '#kernel/node/read-file.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { lintScenarioTexts } from '#library/content/use-cases/lint-authored.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { loadPeopleIn } from './authoring/gazetteer.ts';
import { formsTable } from './authoring/print-forms.ts';
import type { CommandIo } from './command/command-io.ts';
import { badArgument, command, failWithIssues, fromArgument, readArguments } from './command/command-line.ts';
import { counted } from './command/counted.ts';
import { printIssue, printSlip, withFollows } from './command/print-issue.ts';
import { complainLines, oneLine, printJson as printAsJson, printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';

const HELP = `Usage: npm run -s check-scenarios -- [FILE|FOLDER...] [--all] [--json] [--forms] [--watch]
Checks cases: a folder that holds scenario.yaml, such a file itself, or a folder of such folders.
Without a path all cases under scenarios/ are checked. Ends with 1 where a case is refused; warnings refuse nothing.
  --all     also print the faults that another fault causes
  --json    print the issues and figures as JSON
  --forms   print a table of how far the form of options discloses their rating: clauses, reasons, length, order
  --watch   check again whenever a file of these cases is saved, until Ctrl+C`;

/** Debounce (ms): editors save a file in several steps, and the check waits until they are done. */
const DEBOUNCE_MS = 80;
const CATALOGUE_SIZE = 32;

interface CasePlace {
  readonly folder: string;
  readonly name: string;
}

interface CheckedCase {
  readonly place: string;
  readonly issues: readonly Issue[];
  readonly figures?: CaseFigures;
  readonly minutes?: PlayingTime;
  readonly decisions?: readonly DecisionOfCase[];
}

export const main = command(HELP, (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        forms: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const library = shippedLibrary();
  const given = positionals.length > 0 ? positionals : [join(ROOT, 'scenarios')];
  const cases = given.flatMap((path) => casesAt(path, io.cwd));
  if (cases.length === 0) badArgument(`${positionals.join(' ')}: there is no case in it.`);

  const checkAll = () => {
    const checked = cases.map((place) => check(place, library, io.cwd));
    return printChecked(checked, togetherOf(checked, holderOf(cases, io.cwd)), values, io);
  };
  // Watching starts before the first check, so that no save during it is missed.
  if (values.watch) watchAll(cases, checkAll);
  return checkAll();
});

/** Prints the issues of all cases; returns the exit code. */
function printChecked(
  checked: readonly CheckedCase[],
  together: readonly Issue[],
  shown: Readonly<Record<'all' | 'json' | 'forms', boolean>>,
  io: CommandIo,
): number {
  const decisions = checked.flatMap((entry) => entry.decisions ?? []);
  const issues = [...checked.flatMap((entry) => entry.issues), ...together];
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const lengths = canShowPattern(decisions) ? measureLengths(decisions) : undefined;
  if (shown.json) printJson(io, checked, issues, lengths);
  else {
    for (const issue of shown.all ? issues.flatMap(withFollows) : issues) complainLines(io, printSlip(issue, '--all'));
    for (const { place, figures, minutes } of checked)
      if (figures) printLines(io, oneLine(`${place}: ${inWords(figures, minutes)}`));
    if (shown.forms && decisions.length > 0) printLines(io, `\n${formsTable(decisions)}`);
    if (lengths) printLines(io, `together: ${lengthsInWords(lengths)}`);
    const warnings = issues.length - errors;
    const found = errors === 0 ? 'nothing to mend' : counted(errors, 'issue');
    const beside = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`;
    printLines(io, `${counted(checked.length, 'case')} checked, ${found}${beside}`);
  }
  return errors > 0 ? 1 : 0;
}

/** The issues of one case, and its rated decisions. */
function check({ folder, name }: CasePlace, library: Library, cwd: string): CheckedCase {
  const place = relative(cwd, folder) || '.';
  const loaded = loadCase(createProjectFiles(cwd), place, library, name, (texts) =>
    lintScenarioTexts(texts, { reportRuns: library.reportRuns, peopleIn: loadPeopleIn() }),
  );
  if (!loaded.ok) return { place, issues: loaded.issues };
  const { source, answers, warnings: issues, figures, minutes } = loaded.value;
  const rated = answers ? decisionsWithRatings(source, answers.key) : [];
  return { place, issues, figures, minutes, decisions: rated.map((decision) => ({ ...decision, case: source.id })) };
}

/**
 * Issues of several cases together, reported for the folder that holds them; each case alone may be without a fault.
 */
function togetherOf(checked: readonly CheckedCase[], holder: string): Issue[] {
  const decisions = checked.flatMap((entry) => entry.decisions ?? []);
  const issues = canShowPattern(decisions) ? [...checkLengths(decisions), ...checkForms(decisions)] : [];
  return issues.map((issue) => ({ ...issue, position: { file: holder, line: 1, column: 1 } }));
}

/** The place of an issue about several cases together: the folder that holds the first of them. */
function holderOf(cases: readonly CasePlace[], cwd: string): string {
  return relative(cwd, dirname(cases[0]?.folder ?? '')) || '.';
}

function printJson(
  io: CommandIo,
  checked: readonly CheckedCase[],
  all: readonly Issue[],
  together?: LengthFigures,
): void {
  const issues = all.map((issue) => ({ ...issue, text: printIssue(issue) }));
  const figures = checked.flatMap((entry) =>
    entry.figures ? [{ case: entry.place, ...entry.figures, minutes: entry.minutes }] : [],
  );
  const answer = { schema: 'issues/1', cases: checked.length, issues, figures, ...(together && { together }) };
  printAsJson(io, answer);
}

/** Summary line about the lengths of options over all cases. */
function lengthsInWords({ decisions, longest, shortest, correlation }: LengthFigures): string {
  const share = (count: number) => `${count} (${Math.round((100 * count) / decisions)} %)`;
  return `${counted(decisions, 'rated decision')}, the good option is the longest in ${share(longest)} and the shortest in ${share(shortest)}, rank correlation of length and rating ${correlation.toFixed(2)}`;
}

/** Summary line about one case. */
function inWords({ situations, paths, decisions, score }: CaseFigures, minutes: PlayingTime | undefined): string {
  const percent = (share: number) => Math.round(share * 100);
  return [
    counted(situations, 'situation'),
    ...(paths === undefined ? [] : [paths === '1' ? '1 path' : `${paths} paths`]),
    ...(score
      ? [
          `decisions score ${percent(score.best)} at best, ${percent(score.median)} in the middle, ${percent(score.worst)} at worst`,
        ]
      : []),
    `${decisions.length} of ${CATALOGUE_SIZE} decisions of the catalogue${decisions.length > 0 ? ` (${decisions.join(' ')})` : ''}`,
    ...(minutes ? [`${minutes.from} to ${minutes.to} minutes`] : []),
  ].join(', ');
}

function watchAll(cases: readonly CasePlace[], checkAll: () => number): void {
  let waiting: NodeJS.Timeout | undefined;
  for (const folder of new Set(cases.map((entry) => entry.folder)))
    watch(folder, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        process.exitCode = checkAll();
      }, DEBOUNCE_MS);
    });
}

/** The cases at a path: a scenario file of any name, a case folder, or a folder of case folders. */
function casesAt(path: string, cwd: string): CasePlace[] {
  const full = resolve(cwd, path);
  const files = createProjectFiles(cwd);
  const kind = fromArgument(`${path}: there is no such file or folder.`, kindOf(full));
  if (kind === 'file') {
    const name = basename(full);
    const isPart = name === KEY_FILE || fileMeant(name) !== undefined;
    return [{ folder: dirname(full), name: isPart ? SCENARIO_FILE : name }];
  }
  if (isCaseFolder(files, full)) return [{ folder: full, name: SCENARIO_FILE }];
  return namesIn(full)
    .filter((name) => isCaseFolder(files, join(full, name)))
    .map((name) => ({ folder: join(full, name), name: SCENARIO_FILE }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    return failWithIssues([issueOf(error, folder)]);
  }
}

if (import.meta.main) await runCommand(main);
