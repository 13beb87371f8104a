import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { compareResults, nameOfBench } from '#bench/markets/model/compare-results.ts';
import { teamOf } from '#bench/markets/model/results-side-by-side.ts';
import { RULES, type Rules } from '#bench/markets/model/rules.ts';
import { type Bench, type BenchResult, MAX_NAME, MAX_NOTE, type SplitName } from '#bench/markets/model/schemas.ts';
import { TRACK, TRACKS, type TrackName } from '#bench/markets/model/tracks.ts';
import { benchOrder } from '#bench/markets/use-cases/bench-order.ts';
import { loadBench } from '#bench/markets/use-cases/load-bench.ts';
import { nearestName } from '#kernel/formats/authored/nearest-name.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { kindOf } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { writeText } from '#kernel/node/write-file.ts';
import { marketIdOf } from '#market/generator/model/market-identity.ts';
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
import { complain, printJson } from './command/print-text.ts';
import { refuseToReplace } from './command/refuse-to-replace.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { catalogueIds } from './predictions/catalogue-ids.ts';
import { type BenchEntry, readBenchFolder } from './public-bench/bench-folder.ts';
import { checkHandIn } from './public-bench/check-hand-in.ts';
import { printBench } from './public-bench/print-bench.ts';
import { type MarketFault, printFaults, printUnknownRows, type UnknownRows } from './public-bench/print-faults.ts';
import { readProfiles } from './public-bench/read-profiles.ts';
import { readWords } from './public-bench/read-words.ts';
import { readResult } from './public-bench/result-file.ts';
import { runTrack } from './public-bench/run-track.ts';
import { misspeltPlaceholder, placeholdersIn } from './public-bench/tool-line.ts';
import { withoutFolders } from './public-bench/without-folders.ts';

const HELP = `Usage: npm run -s bench-tool -- --tool 'COMMAND' [--split dev | --markets FOLDER] [--track page] [--out FILE.json]
       npm run -s bench-tool -- --tables FOLDER --markets FOLDER [--track page] [--name TEAM] [--out FILE.json]
Runs a program once for each market of the public bench, and shows its scores beside baselines and the ceiling.
Ends with 1 where a market has no score: each reason is told once, with all its markets, and the others are scored.
  --tool       a command line for the shell. In it stand for files and names, each also in the environment:
                 {ads}      CHECKATHON_ADS      the ads, one JSON object a line
                 {records}  CHECKATHON_RECORDS  { id, records }, one a line; in tracks records and linking alone
                 {head}     CHECKATHON_HEAD     market.json: sites, words and dates of the market
                 {out}      CHECKATHON_OUT      where to write the table, as score-predictions reads it
                 {market}   CHECKATHON_MARKET   id of the market; {track} CHECKATHON_TRACK its track
  --tables     in place of it: a folder with <market>.csv for each market, of a tool that ran on another machine; its time
               and memory are not known. A column market is checked, so that no table counts for another market
  --name       name of the tool or its team, for bench-table; --note what it needs and was trained on, in words of its own
  --rules      what the tool may have learned from (default closed). closed: the train markets alone; open: anything, also
               markets that you draw with the generator. This is your word, and nobody checks it. Results of the two rules
               stand in tables of their own
  --split      open markets of the bench: train or dev (default dev)
  --markets    in place of it: a folder that bench-markets wrote, with both halves of its markets
  --profile    some of REG, BUY, PRO, TPC, JOB, SOC, with commas (default: all)
  --track      some of page, records, linking, authorship, templates, fairness, with commas, or all (default page). One run
               a market and track
  --threshold  a probability from here on is a flag (default 0.5)
  --limit      seconds for one market, then the tool is ended (default 600)
  --out        write the result as a file (bench-result/2), which names no folder of this machine; bench-table shows
               several of them side by side
  --force      replace a file of --out that is there already
  --compare    a result of another tool under the same rules: prints the differences in the same markets
  --json       print the result as JSON
A score is about markets of this generator. It says nothing about real ads, and is no ground to accuse a person.`;

export const main = command(HELP, async (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        tool: { type: 'string' },
        tables: { type: 'string' },
        name: { type: 'string' },
        note: { type: 'string' },
        rules: { type: 'string', default: 'closed' },
        split: { type: 'string' },
        markets: { type: 'string' },
        profile: { type: 'string' },
        track: { type: 'string', default: 'page' },
        threshold: { type: 'string', default: '0.5' },
        limit: { type: 'string' },
        out: { type: 'string' },
        compare: { type: 'string' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const tables = values.tables === undefined ? undefined : readTables(values.tables, values.tool, io);
  const tool = tables === undefined ? values.tool?.trim() || badArgument('--tool is missing.') : 'tables handed in';
  const name = readWords('--name', values.name, MAX_NAME);
  const note = readWords('--note', values.note, MAX_NOTE);
  const rules = readRules(values.rules);
  const tracks = readTracks(values.track);
  if (tables === undefined) {
    refuseMisspelt(tool);
    refuseRecords(tool, tracks);
  }
  const threshold = readThreshold(values.threshold);
  const limit = values.limit === undefined ? 600 : wholeNumber('--limit', values.limit);
  if (values.markets !== undefined && values.split !== undefined)
    badArgument('--split and --markets: give one of the two.');
  if (values.out !== undefined)
    refuseToReplace({ option: '--out', path: values.out, from: io.cwd, isForced: values.force });
  const bench = orFail(loadBench(createProjectFiles(ROOT)));
  const benchName = nameOfBench(bench);
  const before =
    values.compare === undefined
      ? undefined
      : fromArgument(
          `--compare ${values.compare}: there is no such file.`,
          readResult(values.compare, benchName, io.cwd),
        );
  if (before && before.rules !== rules)
    failWithIssues([fileIssue(values.compare ?? '', 'bench.other-rules', { found: before.rules, asked: rules })]);
  const profiles = new Set(readProfiles(values.profile, bench));
  const { split, entries, benchJson } = readEntries(values, bench, io);
  const chosen = entries.filter(({ profile }) => profiles.has(profile));
  if (chosen.length === 0) badArgument(`--profile ${values.profile}: these markets have none of this profile.`);

  const library = shippedLibrary();
  if (tables !== undefined) {
    const markets = chosen.map((entry) => entry.market ?? marketIdOf(benchOrder(library, bench, entry)));
    checkHandIn(io, { path: tables, written: values.tables ?? tables }, markets);
  }
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  const format = '{bar} {value} of {total} runs';
  const bar =
    io.terminal && new SingleBar({ format, clearOnComplete: true, stream: io.terminal }, Presets.shades_classic);
  bar?.start(chosen.length * tracks.length, 0);
  const faults: MarketFault[] = [];
  const unknown: UnknownRows[] = [];
  const result: BenchResult = {
    schema: 'bench-result/2',
    synthetic: true,
    notice: library.lexicon.site.mark,
    bench: benchName,
    split,
    rules,
    ...(benchJson && { benchJson }),
    tool: withoutFolders(tool),
    ...(name && { name }),
    ...(note && { note }),
    threshold,
    tracks: [],
  };
  try {
    const task = {
      bench,
      library,
      entries: chosen,
      tool,
      tables,
      cwd: io.cwd,
      threshold,
      limit,
      indicators: catalogueIds(),
    };
    for (const track of tracks)
      result.tracks.push(
        await runTrack({
          ...task,
          track,
          signal: stopping.signal,
          onFault: (market, issues) => faults.push(...issues.map((issue) => ({ track, market, issue }))),
          onUnknown: (market, rows) => unknown.push({ track, market, rows }),
          onMarket: () => bar?.increment(),
        }),
      );
  } finally {
    bar?.stop();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  }
  if (stopping.signal.aborted) {
    complain(io, 'Stopped: the tool was ended, and nothing was scored.');
    return STOPPED;
  }
  printFaults(io, faults);
  printUnknownRows(io, unknown);
  if (values.out !== undefined)
    orFail(writeText(resolvePath(values.out, io.cwd), `${JSON.stringify(result, null, 2)}\n`));
  const differences = before ? compareResults(result, before) : undefined;
  if (values.json) printJson(io, { ...result, ...(differences && { differences }) });
  else printBench(io, result, differences && { with: before ? teamOf(before) : '', differences });
  return result.tracks.some(({ runs }) => runs.some(({ failed }) => failed !== undefined)) ? 1 : 0;
});

/** Exit code of a command that was ended by its keys. */
const STOPPED = 130;

function readTracks(written: string): TrackName[] {
  if (written === 'all') return [...TRACKS];
  return written
    .split(',')
    .map(
      (name) =>
        TRACKS.find((track) => track === name.trim()) ??
        badArgument(`--track ${written}: give some of ${TRACKS.join(', ')}, or all.`),
    );
}

function readRules(written: string): Rules {
  return (
    RULES.find((rules) => rules === written) ?? badArgument(`--rules ${written}: give one of ${RULES.join(' and ')}.`)
  );
}

/** The folder of tables that were handed in, as an absolute path. */
function readTables(folder: string, tool: string | undefined, io: CommandIo): string {
  if (tool !== undefined) badArgument('--tool and --tables: give one of the two.');
  const kind = fromArgument(`--tables ${folder}: there is no such folder.`, kindOf(folder, io.cwd));
  return kind === 'folder'
    ? resolvePath(folder, io.cwd)
    : badArgument(`--tables ${folder}: this is no folder. Give one with a table for each market.`);
}

/** A misspelt name would reach the tool as it is, in each market. */
function refuseMisspelt(tool: string): void {
  const found = misspeltPlaceholder(tool, nearestName);
  if (found)
    badArgument(
      `--tool: there is no {${found.written}}. Write {${found.meant}} if you mean that, or another word in the braces.`,
    );
}

/** A command that asks for records gets none in a track of pages: better said before it has run for an hour. */
function refuseRecords(tool: string, tracks: readonly TrackName[]): void {
  const track = tracks.find((name) => TRACK[name].reach === 'pages');
  if (track === undefined || !placeholdersIn(tool).has('records')) return;
  const asked = tracks.filter((name) => TRACK[name].reach === 'records');
  const choice =
    asked.length > 0
      ? `give --track ${asked.join(',')} with it, and ${track} in a call of its own`
      : `choose --track ${TRACKS.filter((name) => TRACK[name].reach === 'records').join(' or --track ')}`;
  badArgument(`--tool: the track ${track} has no {records}. Leave {records} out of the command, or ${choice}.`);
}

function readThreshold(written: string): number {
  const threshold = Number(written.trim() || 'none');
  return threshold >= 0 && threshold <= 1
    ? threshold
    : badArgument(`--threshold ${written}: write a number from 0 to 1.`);
}

interface Chosen {
  readonly split?: string | undefined;
  readonly markets?: string | undefined;
}

interface Entries {
  readonly split: SplitName;
  readonly entries: readonly BenchEntry[];
  /** SHA-256 of the bench.json of the folder. */
  readonly benchJson?: string;
}

/** The markets of a folder, or an open split of the bench. */
function readEntries({ split = 'dev', markets }: Chosen, bench: Bench, io: CommandIo): Entries {
  if (markets !== undefined) {
    fromArgument(`--markets ${markets}: there is no such folder.`, kindOf(markets, io.cwd));
    const { about, entries, sha256 } = orFail(readBenchFolder(markets, bench, io.cwd));
    return { split: about.split, entries, benchJson: sha256 };
  }
  if (split !== 'train' && split !== 'dev')
    badArgument(`--split ${split}: give train or dev. Hidden markets are in a folder: --markets FOLDER.`);
  const open = split as Exclude<SplitName, 'test'>;
  const entries = Object.entries(bench.profiles).flatMap(([profile, seeds]): BenchEntry[] =>
    (seeds?.[open] ?? []).map((seed) => ({ profile: profile as BenchEntry['profile'], seed })),
  );
  return { split: open, entries };
}

if (import.meta.main) await runCommand(main);
