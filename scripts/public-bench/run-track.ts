import { join, relative } from 'node:path';
import { benchMarket, scoredMarket } from '#bench/markets/model/bench-market.ts';
import { learnReaders, type Readers } from '#bench/markets/model/learn-readers.ts';
import { readerRow } from '#bench/markets/model/reader-row.ts';
import type { Bench, BenchRun, TrackResult } from '#bench/markets/model/schemas.ts';
import { type MarketScore, scoreMarket } from '#bench/markets/model/score-bench.ts';
import { BESIDE, type ReaderName, TRACK, type TrackName } from '#bench/markets/model/tracks.ts';
import { benchOrder } from '#bench/markets/use-cases/bench-order.ts';
import { withheldAds } from '#bench/predictions/model/match-predictions.ts';
import type { PredictionRow } from '#bench/predictions/model/schemas.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import type { BenchEntry } from './bench-folder.ts';
import { digestsOf, filesOf, type MarketFiles } from './market-on-disk.ts';
import { runTool } from './run-tool.ts';
import { writeToolFiles } from './tool-files.ts';
import { toolLine } from './tool-line.ts';
import { readHandedIn, readToolRows, type TableReading, tableOf } from './tool-rows.ts';

export interface TrackTask {
  readonly track: TrackName;
  readonly bench: Bench;
  readonly library: Library;
  readonly entries: readonly BenchEntry[];
  readonly tool: string;
  /** A folder with a table for each market, named after it, which were handed in: then no tool is run. */
  readonly tables?: string | undefined;
  readonly cwd: string;
  readonly threshold: number;
  /** Seconds for one market. */
  readonly limit: number;
  readonly indicators: ReadonlySet<string>;
  readonly signal: AbortSignal;
  /** Called with each market that has no score, and its issues. */
  readonly onFault: (market: string, issues: readonly Issue[]) => void;
  /** Called with each market whose table has rows about ads that the market does not have, and their number. */
  readonly onUnknown: (market: string, rows: number) => void;
  readonly onMarket: () => void;
}

/**
 * Runs a tool over the markets of one track, one after another, and scores it beside the readers of the track. These are
 * scored in the markets that the tool has answered, so that all rows are about the same ones.
 */
export async function runTrack(task: TrackTask): Promise<TrackResult> {
  const { track, entries, bench, library, signal } = task;
  const names: ReaderName[] = ['tool', ...BESIDE[track]];
  const scores = new Map(names.map((name): [ReaderName, MarketScore[]] => [name, []]));
  const runs: BenchRun[] = [];
  for (const profile of new Set(entries.map((entry) => entry.profile))) {
    const readers = readersOf(library, bench, profile, track);
    for (const entry of entries.filter((one) => one.profile === profile)) {
      if (signal.aborted) break;
      runs.push(await runMarket(task, entry, readers, scores));
      task.onMarket();
    }
  }
  const rows = [...scores].map(([reader, found]) => readerRow(reader, track, found));
  return { track, runs, rows };
}

function readersOf(library: Library, bench: Bench, profile: MarketProfileId, track: TrackName): Readers {
  const { reach } = TRACK[track];
  const seeds = bench.profiles[profile]?.train ?? [];
  return learnReaders(
    () => seeds.map((seed) => benchMarket(benchOrder(library, bench, { profile, seed }), reach)),
    reach,
  );
}

async function runMarket(
  task: TrackTask,
  entry: BenchEntry,
  readers: Readers,
  scores: ReadonlyMap<ReaderName, MarketScore[]>,
): Promise<BenchRun> {
  const { track, bench, library, threshold, indicators, tables } = task;
  const { profile } = entry;
  const order = benchOrder(library, bench, entry);
  const market = benchMarket(order, TRACK[track].reach);
  const files = filesOf(order);
  const id = entry.market ?? market.id;
  const name = tables === undefined ? `${id} ${track}` : relative(task.cwd, join(tables, tableOf(id)));
  const failed = (issues: readonly Issue[], ended: Cost) => {
    task.onFault(
      id,
      issues.map((issue) => ({ ...issue, position: issue.position ?? { file: name, line: 1, column: 1 } })),
    );
    return { market: id, profile, failed: issues[0]?.code ?? '', ...ended };
  };
  const written = digestsOf(files);
  if (id !== market.id || Object.entries(entry.sha256 ?? {}).some(([file, digest]) => written[file] !== digest)) {
    const issue = fileIssue(entry.seedFile ?? name, 'bench.other-files', { market: id });
    return failed([issue], { seconds: 0, peakBytes: null });
  }

  const scored = { ...scoredMarket(market, track), id };
  const reading = { name, market: id, indicators, withheld: withheldAds(scored.truth) };
  const { rows, cost } =
    tables === undefined
      ? await answerOfTool(task, files, reading)
      : { rows: readHandedIn(tables, reading), cost: UNMEASURED };
  if (!rows.ok) return failed(rows.issues, cost);
  const score = scoreMarket(scored, rows.value, track, threshold);
  if (!score.ok) return failed(score.issues, cost);
  const known = new Set(scored.truth.map(({ ad }) => ad));
  const unknown = rows.value.filter(({ ad }) => !known.has(ad)).length;
  if (unknown > 0) task.onUnknown(id, unknown);
  scores.get('tool')?.push(score.value);
  for (const reader of BESIDE[track]) {
    const beside = scoreMarket(scored, readers[reader](market), track, threshold);
    if (beside.ok) scores.get(reader)?.push(beside.value);
  }
  return { market: id, profile, ...cost };
}

type Cost = Pick<BenchRun, 'seconds' | 'peakBytes'>;
const UNMEASURED: Cost = { seconds: null, peakBytes: null };

/** What the tool says of a market, run on files that are deleted afterwards. */
async function answerOfTool(
  task: TrackTask,
  files: MarketFiles,
  reading: TableReading,
): Promise<{ readonly rows: Parsed<PredictionRow[]>; readonly cost: Cost }> {
  const given = writeToolFiles(files, task.track);
  try {
    const { line, env } = toolLine(
      task.tool,
      { ...given.paths, out: given.out },
      {
        market: reading.market,
        track: task.track,
      },
    );
    const { fault, ...cost } = await runTool({ ...task, line, env, out: given.out });
    if (fault) return { rows: { ok: false, issues: [issueOf(fault.code, fault.params)] }, cost };
    return { rows: readToolRows(given.out, reading), cost };
  } finally {
    given.remove();
  }
}

const issueOf = (code: string, params: Issue['params']): Issue => ({ code, severity: 'error', path: [], params });
