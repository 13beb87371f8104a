import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { kindOf, readBytes } from '#adapters/node/read-file.ts';
import { nearestName } from '#app/library/nearest-name.ts';
import { PUBLIC } from '#app/market/market-files.ts';
import { parseFindings } from '#core/checkathon/parse-findings.ts';
import { scoreFindings } from '#core/checkathon/score-findings.ts';
import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { matchPredictions } from '#core/prediction/match-predictions.ts';
import { parsePredictions } from '#core/prediction/parse-predictions.ts';
import { scorePredictions } from '#core/prediction/score-predictions.ts';
import { firstIssues } from '#core/safety/first-issues.ts';
import { readCsv } from '#formats/csv/read-csv.ts';
import { badArgument, failWithIssues, fromArgument, readArguments } from './command-line.ts';
import { findingCells } from './finding-cells.ts';
import { printFindings } from './print-findings.ts';
import { printIssue } from './print-issue.ts';
import { printPredictions } from './print-predictions.ts';
import { oneLine, printJson } from './print-text.ts';
import { isModerationTruth, readModeration } from './read-moderation.ts';
import { readTruth } from './read-truth.ts';

const HELP = `Usage: npm run -s score-predictions -- --truth FILE|FOLDER --predictions FILE.csv [--json]
Scores what a tool says of the ads of a generated market against the market's truth, with 95 % intervals; or, where the
truth is moderation-truth.json, what a team found when it tested platforms.
Ends with 1 where the predictions or the truth are refused: every fault is named with its row.
  --truth         ground-truth.json, or the folder of the market, or the one that holds it and its shards; or moderation-truth.json
  --predictions   CSV in UTF-8 with commas; the first row names the columns
  --json          print the whole report as JSON
Ads: one row an ad.
    ad (or id, ad_id)            id of the ad, as text: keep leading zeros
    probability (or p, score)    0 to 1, that the ad is controlled or deceptive
    cluster                      optional: ads with one name here come from one actor
    indicators                   optional: ids of signs, separated by ; or |
  --threshold     a probability from here on is a flag (default 0.5)
  --missing       zero: an ad without a row counts as not flagged. Without this, such ads are left out, and more than
                  5 % of them are refused
Platforms: one row a finding.
    testCard, site               TC1 to TC14, and id of the site
    finding                      one of possibleFaults in moderation.json, or none
    hours                        optional: the worst hours of that fault
    evidence                     optional: ids of events of the log, separated by ; or |
  --moderation    moderation.json (default: the one of the same market)`;

/** What `readCsv` reads at most, and one byte more, so that it can say so. */
const MOST_BYTES = 400_000_001;

const { values } = readArguments(HELP, () =>
  parseArgs({
    options: {
      truth: { type: 'string' },
      predictions: { type: 'string' },
      threshold: { type: 'string' },
      missing: { type: 'string' },
      moderation: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);
const truthPath = values.truth ?? badArgument(HELP, '--truth is missing.');
const file = values.predictions ?? badArgument(HELP, '--predictions is missing.');
for (const name of ['truth', 'moderation'] as const)
  if (values[name] !== undefined) {
    const kind = fromArgument(
      HELP,
      `--${name} ${values[name]}: there is no such file or folder.`,
      kindOf(values[name]),
    );
    if (kind === 'folder' && name === 'moderation')
      badArgument(HELP, `--moderation ${values[name]}: this is a folder.`);
  }
const bytes = fromArgument(HELP, `--predictions ${file}: there is no such file.`, readBytes(file, MOST_BYTES));
const table = readCsv(bytes, file);

if (isModerationTruth(truthPath)) await scoreTeam();
else await scoreTool();

/** Scores what a tool says of ads. */
async function scoreTool(): Promise<void> {
  if (values.moderation !== undefined)
    badArgument(HELP, '--moderation belongs to the findings of a team: leave it out, or give moderation-truth.json.');
  const threshold = readThreshold();
  const missing = readMissing();
  const { truth, rows } = orFailBoth(await readTruth(truthPath));
  const { marketId, ads } = truth;

  const parsed = parsePredictions(rows, { file, nearest: nearestName, indicators: catalogueIds() });
  const found = [...rows.issues, ...parsed.issues];
  if (found.some(isError)) {
    // Rows without all their cells may be about any ad, so that nothing can be said of missing ones.
    const whole = !rows.issues.some(isError) && parsed.rows.length + parsed.refused.size > 0;
    const matched = whole ? matchPredictions(ads, parsed.rows, missing, parsed.refused).issues : [];
    failWithIssues([...found, ...matched].map(placed));
  }
  const scored = scorePredictions(ads, parsed.rows, { marketId, threshold, missing });
  if (!scored.ok) failWithIssues([...found, ...scored.issues].map(placed));

  const warnings = scored.value.notes.map(
    ({ code, params }): Issue => ({ code, params, severity: 'warning', path: [] }),
  );
  const report = { ...scored.value, notes: notesOf([...found, ...warnings]) };
  if (values.json) printJson(report);
  else printPredictions(report);
}

/** Scores what a team found when it tested platforms. */
async function scoreTeam(): Promise<void> {
  for (const name of ['threshold', 'missing'] as const)
    if (values[name] !== undefined) badArgument(HELP, `--${name} belongs to predictions about ads: leave it out.`);
  const { truth, rows } = orFailBoth(readModeration(truthPath, values.moderation ?? givenBeside(truthPath)));

  // Where no row has all its cells, that alone is what is wrong.
  if (rows.rows.length === 0) failWithIssues(rows.issues);
  const cells = findingCells(rows);
  const parsed = cells.ok ? parseFindings(cells.value, truth.given) : cells;
  if (!parsed.ok) failWithIssues(firstIssues([...rows.issues, ...parsed.issues].map(placed), file));
  if (rows.issues.some(isError)) failWithIssues(rows.issues);

  const report = scoreFindings(parsed.value, truth.truth, truth.given.log);
  const notes = notesOf(rows.issues);
  if (values.json) printJson({ ...report, notes });
  else
    printFindings(
      report,
      notes.map(({ text }) => oneLine(text)),
    );
}

function readThreshold(): number {
  const { threshold: written = '0.5' } = values;
  const threshold = Number(written.trim() || 'none');
  return threshold >= 0 && threshold <= 1
    ? threshold
    : badArgument(HELP, `--threshold ${written}: write a number from 0 to 1.`);
}

function readMissing(): 'zero' | 'leave-out' {
  const { missing } = values;
  if (missing !== undefined && missing !== 'zero') badArgument(HELP, `--missing ${missing}: the only choice is zero.`);
  return missing ?? 'leave-out';
}

/** Truth and table, or the faults of both at once. */
function orFailBoth<Truth>(truth: Parsed<Truth>) {
  if (!truth.ok || !table.ok)
    return failWithIssues([...(truth.ok ? [] : truth.issues), ...(table.ok ? [] : table.issues)]);
  return { truth: truth.value, rows: table.value };
}

/** The public half of the same test: in the folder `public` beside `secret`, or beside the truth itself. */
function givenBeside(truth: string): string {
  const apart = join(dirname(truth), '..', PUBLIC, 'moderation.json');
  return kindOf(apart).ok ? apart : join(dirname(truth), 'moderation.json');
}

function notesOf(issues: readonly Issue[]) {
  return issues.map((issue) => ({ code: issue.code, params: issue.params, text: printIssue(placed(issue)) }));
}

/** The ids of the catalogue: each is the name of a file, and two files beside them are about all of them. */
function catalogueIds(): ReadonlySet<string> {
  const names = createProjectFiles(resolve(import.meta.dirname, '..')).list('content/indicators');
  const ids = names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));
  return new Set(ids.filter((id) => id !== 'planting' && id !== 'weights'));
}

function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}

/** An issue of one row stands in its line, one of the predictions as a whole at the top of their file. */
function placed(issue: Issue): Issue {
  const row = table.ok ? table.value.rows.find((candidate) => candidate.row === issue.params.row) : undefined;
  return { ...issue, position: issue.position ?? { file, line: row?.line ?? 1, column: 1 } };
}
