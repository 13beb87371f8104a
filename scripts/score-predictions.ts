import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawFalseFlags } from '#bench/predictions/model/false-flags.ts';
import { matchPredictions, withheldAds } from '#bench/predictions/model/match-predictions.ts';
import { parsePredictions } from '#bench/predictions/model/parse-predictions.ts';
import { scorePredictions } from '#bench/predictions/model/score-predictions.ts';
import { nearestName } from '#kernel/formats/authored/nearest-name.ts';
import { otherFormat } from '#kernel/formats/csv/other-format.ts';
import { type CsvTable, MAX_CSV_BYTES, readCsv, tooLargeCsv } from '#kernel/formats/csv/read-csv.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { kindOf, readBeginning, readBytes } from '#kernel/node/read-file.ts';
import { PUBLIC } from '#market/documents/use-cases/market-files.ts';
import { parseFindings } from '#market/platforms/model/parse-findings.ts';
import { scoreFindings } from '#market/platforms/model/score-findings.ts';
import { firstIssues } from '#safety/content/model/first-issues.ts';
import type { CommandIo } from './command/command-io.ts';
import {
  badArgument,
  command,
  failWithIssues,
  fromArgument,
  orFail,
  readArguments,
  wholeNumber,
} from './command/command-line.ts';
import { printIssue } from './command/print-issue.ts';
import { oneLine, printJson } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';
import { catalogueIds } from './predictions/catalogue-ids.ts';
import { findingCells } from './predictions/finding-cells.ts';
import { printFalseFlags } from './predictions/print-false-flags.ts';
import { printFindings } from './predictions/print-findings.ts';
import { printPredictions } from './predictions/print-predictions.ts';
import { readFalseFlags } from './predictions/read-false-flags.ts';
import { isModerationTruth, readModeration } from './predictions/read-moderation.ts';
import { readTruth, truthDocument } from './predictions/read-truth.ts';

const HELP = `Usage: npm run -s score-predictions -- --truth FILE|FOLDER --predictions FILE.csv [--false-flags N] [--json]
Scores what a tool says of the ads of a generated market against the market's truth, with 95 % intervals; or, where the
truth is moderation-truth.json, what a team found when it tested platforms.
Ends with 1 where the predictions or the truth are refused: every fault is named with its row.
  --truth         folder of the market, or its folder secret/, or ground-truth.json in there; or moderation-truth.json
  --predictions   CSV in UTF-8 with commas; the first row names the columns
  --json          print the whole report as JSON
Ads: one row an ad.
    ad (or id, ad_id)            id of the ad as the files of the market write it, such as ad-0301
    probability (or p, score)    0 to 1, that the ad is controlled or deceptive
    cluster                      optional: ads with one name here come from one actor
    indicators                   optional: ids of signs, separated by ; or |
    market                       optional: id of the market; a table of another one is refused
  --threshold     a probability from here on is a flag (default 0.5)
  --missing       zero: an ad without a row counts as not flagged. Without this, such ads are left out, and more than
                  5 % of them are refused
  --false-flags   N: also prints N flagged ads that are not to be found, drawn by chance and not the worst, each as the
                  site shows it and with the reasons of the truth. A withheld ad is never shown
  --public        for that, folder with market.json (default: the one that belongs to the truth)
Platforms: one row a finding.
    testCard, site               TC1 to TC14, and id of the site
    finding                      one of possibleFaults in moderation.json, or none
    hours                        optional: the worst hours of that fault
    evidence                     optional: ids of events of the log, separated by ; or |
  --moderation    moderation.json (default: the one of the same market)`;

/** Bytes that tell another format from CSV. */
const BEGINNING = 64;

type TextOption = 'threshold' | 'missing' | 'moderation' | 'false-flags' | 'public';

/** The options of the command, and the table to score. */
interface Task {
  readonly values: Readonly<Partial<Record<TextOption, string>>> & {
    readonly json: boolean;
  };
  readonly truthPath: string;
  readonly file: string;
  readonly table: Parsed<CsvTable>;
}

export const main = command(HELP, async (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        truth: { type: 'string' },
        predictions: { type: 'string' },
        threshold: { type: 'string' },
        missing: { type: 'string' },
        moderation: { type: 'string' },
        'false-flags': { type: 'string' },
        public: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const truthPath = values.truth ?? badArgument('--truth is missing.');
  const file = values.predictions ?? badArgument('--predictions is missing.');
  for (const name of ['truth', 'moderation', 'public'] as const) {
    const path = values[name];
    if (path === undefined) continue;
    const kind = fromArgument(`--${name} ${path}: there is no such file or folder.`, kindOf(path, io.cwd));
    if (kind === 'folder' && name === 'moderation') badArgument(`--moderation ${path}: this is a folder.`);
    if (kind === 'file' && name === 'public') badArgument(`--public ${path}: give the folder with market.json.`);
  }
  const task: Task = { values, truthPath, file, table: readTable(file, io.cwd) };
  if (isModerationTruth(truthPath, io.cwd)) scoreTeam(task, io);
  else await scoreTool(task, io);
  return 0;
});

/** Reads the table. A file of another format, or one that is too large, is refused by its first bytes or its size. */
function readTable(file: string, cwd: string): Parsed<CsvTable> {
  const begin = readBeginning(file, BEGINNING, cwd);
  const beginning = Buffer.from(begin);
  if (otherFormat(beginning)) return readCsv(beginning, file);
  const read = readBytes(file, MAX_CSV_BYTES, cwd);
  if (!read.ok && read.issues.every(({ code }) => code === 'file.too-large'))
    return { ok: false, issues: [tooLargeCsv(file)] };
  return readCsv(fromArgument(`--predictions ${file}: there is no such file.`, read), file);
}

/** Scores a tool's predictions about ads. */
async function scoreTool({ values, truthPath, file, table }: Task, io: CommandIo): Promise<void> {
  if (values.moderation !== undefined)
    badArgument('--moderation belongs to the findings of a team: leave it out, or give moderation-truth.json.');
  const threshold = readThreshold(values.threshold);
  const missing = readMissing(values.missing);
  const wanted = values['false-flags'];
  const count = wanted === undefined ? 0 : wholeNumber('--false-flags', wanted);
  if (wanted === undefined && values.public !== undefined) badArgument('--public is for --false-flags alone.');
  const { truth, rows } = orFailBoth(await readTruth(truthPath, io.cwd), table);
  const { marketId, ads } = truth;
  const placed = placedIn(file, rows);

  const parsed = parsePredictions(rows, {
    file,
    nearest: nearestName,
    indicators: catalogueIds(),
    market: marketId,
    withheld: withheldAds(ads),
    aboutWithheld: 'leave-out',
  });
  const found = [...rows.issues, ...parsed.issues];
  if (found.some(isError)) {
    // An incomplete row may be about any ad, so missing ads cannot be determined.
    const whole = !rows.issues.some(isError) && parsed.rows.length + parsed.refused.size > 0;
    const matched = whole ? matchPredictions(ads, parsed.rows, missing, parsed.refused).issues : [];
    failWithIssues([...found, ...matched].map(placed));
  }
  const scored = scorePredictions(ads, parsed.rows, { marketId, threshold, missing });
  if (!scored.ok) failWithIssues([...found, ...scored.issues].map(placed));

  const warnings = scored.value.notes.map(
    ({ code, params }): Issue => ({ code, params, severity: 'warning', path: [] }),
  );
  const report = { ...scored.value, notes: notesOf([...found, ...warnings].map(placed)) };
  if (count === 0) {
    if (values.json) printJson(io, report);
    else printPredictions(io, report);
    return;
  }
  const { all, drawn } = drawFalseFlags(ads, parsed.rows, { marketId, threshold, missing, count });
  const halves = { marketId, truth: truthDocument(truthPath, io.cwd), open: values.public, from: io.cwd };
  const shown = orFail(await readFalseFlags(drawn, halves));
  if (values.json) return printJson(io, { ...report, falseFlags: { all, drawn: shown } });
  printPredictions(io, report);
  printFalseFlags(io, all, shown);
}

/** Scores a team's findings from a platform test. */
function scoreTeam({ values, truthPath, file, table }: Task, io: CommandIo): void {
  for (const name of ['threshold', 'missing', 'false-flags', 'public'] as const)
    if (values[name] !== undefined) badArgument(`--${name} belongs to predictions about ads: leave it out.`);
  const given = values.moderation ?? givenBeside(truthPath, io.cwd);
  const { truth, rows } = orFailBoth(readModeration(truthPath, given, io.cwd), table);
  const placed = placedIn(file, rows);

  // Where no row is complete, only that is reported.
  if (rows.rows.length === 0) failWithIssues(rows.issues);
  const cells = findingCells(rows);
  const parsed = cells.ok ? parseFindings(cells.value, truth.given) : cells;
  if (!parsed.ok) failWithIssues(firstIssues([...rows.issues, ...parsed.issues].map(placed), file));
  if (rows.issues.some(isError)) failWithIssues(rows.issues);

  const report = scoreFindings(parsed.value, truth.truth, truth.given.log);
  const notes = notesOf(rows.issues.map(placed));
  if (values.json) printJson(io, { ...report, notes });
  else
    printFindings(
      io,
      report,
      notes.map(({ text }) => oneLine(text)),
    );
}

function readThreshold(written = '0.5'): number {
  const threshold = Number(written.trim() || 'none');
  return threshold >= 0 && threshold <= 1
    ? threshold
    : badArgument(`--threshold ${written}: write a number from 0 to 1.`);
}

function readMissing(missing: string | undefined): 'zero' | 'leave-out' {
  if (missing !== undefined && missing !== 'zero') badArgument(`--missing ${missing}: the only choice is zero.`);
  return missing ?? 'leave-out';
}

/** Truth and table; otherwise reports the faults of both at once and exits with 1. */
function orFailBoth<Truth>(truth: Parsed<Truth>, table: Parsed<CsvTable>) {
  if (!truth.ok || !table.ok)
    return failWithIssues([...(truth.ok ? [] : truth.issues), ...(table.ok ? [] : table.issues)]);
  return { truth: truth.value, rows: table.value };
}

/** Path of the public half of the same test: in the folder `public` beside `secret`, or in the folder of the truth. */
function givenBeside(truth: string, cwd: string): string {
  const apart = join(dirname(truth), '..', PUBLIC, 'moderation.json');
  return kindOf(apart, cwd).ok ? apart : join(dirname(truth), 'moderation.json');
}

function notesOf(issues: readonly Issue[]) {
  return issues.map((issue) => ({ code: issue.code, params: issue.params, text: printIssue(issue) }));
}

function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}

/** Adds positions: an issue of one row gets its line, an issue of the whole table the top of the file. */
function placedIn(file: string, { rows }: CsvTable): (issue: Issue) => Issue {
  return (issue) => {
    const row = rows.find((candidate) => candidate.row === issue.params.row);
    return { ...issue, position: issue.position ?? { file, line: row?.line ?? 1, column: 1 } };
  };
}

if (import.meta.main) await runCommand(main);
