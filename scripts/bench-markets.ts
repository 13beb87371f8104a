import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nameOfBench } from '#bench/markets/model/compare-results.ts';
import {
  type Bench,
  type BenchMarkets,
  BenchResultSchema,
  SPLITS,
  type SplitName,
} from '#bench/markets/model/schemas.ts';
import { benchOrder } from '#bench/markets/use-cases/bench-order.ts';
import { loadBench } from '#bench/markets/use-cases/load-bench.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { kindOf } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { makeFolder, writeBytes, writeText } from '#kernel/node/write-file.ts';
import { SECRET } from '#market/documents/use-cases/market-files.ts';
import { marketIdOf } from '#market/generator/model/market-identity.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import type { CommandIo } from './command/command-io.ts';
import { badArgument, command, fromArgument, orFail, readArguments, wholeNumber } from './command/command-line.ts';
import { counted } from './command/counted.ts';
import { isThere } from './command/is-there.ts';
import { printIssue } from './command/print-issue.ts';
import { complain, oneLine, printJson, printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import {
  BENCH_JSON,
  type BenchEntry,
  benchPlaces,
  HAND_OUT,
  placesIn,
  RESULT_SCHEMA,
  readBenchJson,
} from './public-bench/bench-folder.ts';
import { checkFolder } from './public-bench/check-folder.ts';
import { digestsOf, filesOf } from './public-bench/market-on-disk.ts';
import { readProfiles } from './public-bench/read-profiles.ts';
import { schemaText } from './public-bench/result-file.ts';

const HELP = `Usage: npm run -s bench-markets -- --split train|dev|test --out FOLDER [--profile IDS] [--markets N] [--json]
       npm run -s bench-markets -- --check FOLDER [--json]
Writes the markets of one split of the public bench, or checks a folder of them.
  --split      train: to learn from; dev: to try a tool on; test: draws secret seeds, for an organiser alone
  --out        a folder that does not exist yet, or an empty one. Of train and dev it gets bench.json and
               <market>/{public,secret}. Of test it gets hand-out/ for teams, with bench.json and <market>/public, and
               secret/<market> to keep until the scores are in
  --profile    some of REG, BUY, PRO, TPC, JOB, SOC, with commas (default: all)
  --markets    markets of each profile, for test alone (default: as the bench says)
  --check      holds each file against the SHA-256 in bench.json, and in market.json and ground-truth.json. FOLDER is the one
               of the organiser, or hand-out/ as a team has it. Ends with 1 where a file is missing or was changed
  --json       print what was written or checked as JSON
bench.json holds no seed. It names the SHA-256 of each file, secret ones too: an organiser who hands it out at the start
can show at the end that the truth was not changed. bench-tool scores with markets that it draws anew from their seeds,
and reads no ads and no truth from the folder: a damaged file there changes no score, and --check finds it.`;

export const main = command(HELP, async (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        split: { type: 'string' },
        out: { type: 'string' },
        profile: { type: 'string' },
        markets: { type: 'string' },
        check: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  if (values.check !== undefined) {
    for (const name of ['split', 'out', 'profile', 'markets'] as const)
      if (values[name] !== undefined) badArgument(`--check and --${name}: give one of the two.`);
    return check(values.check, values.json, io);
  }
  const split = readSplit(values.split);
  const given = values.out ?? badArgument('--out is missing.');
  if (values.markets !== undefined && split !== 'test')
    badArgument(`--markets ${values.markets}: the markets of ${split} are a frozen list; leave it out.`);
  if (placesIn(given, io.cwd))
    badArgument(`--out ${given}: this folder holds the markets of a bench already. Name a new one.`);
  if (!isNewOrEmpty(given, io.cwd))
    badArgument(`--out ${given}: this is there already, and is no empty folder. Name a new one.`);
  const bench = orFail(loadBench(createProjectFiles(ROOT)));
  const profiles = readProfiles(values.profile, bench);
  const count = values.markets === undefined ? bench.testMarkets : wholeNumber('--markets', values.markets);
  const library = shippedLibrary();
  const out = resolve(io.cwd, given);
  const { open, pathOf } = benchPlaces(out, split === 'test');
  if (split === 'test') orFail(makeFolder(join(out, SECRET), OWNER_ONLY));
  const about: BenchMarkets = {
    schema: 'bench-markets/1',
    synthetic: true,
    notice: library.lexicon.site.mark,
    bench: { name: bench.name, version: bench.version, generatorVersion: bench.generatorVersion },
    split,
    size: bench.size,
    prevalence: bench.prevalence,
    markets: [],
  };
  for (const entry of profiles.flatMap((profile) => entriesOf(bench, split, profile, count))) {
    const order = benchOrder(library, bench, entry);
    const market = marketIdOf(order);
    const files = filesOf(order);
    for (const [file, bytes] of files) {
      const path = pathOf(market, file);
      orFail(makeFolder(dirname(path)));
      orFail(await writeBytes(path, bytes));
    }
    about.markets.push({ market, profile: entry.profile, sha256: digestsOf(files) });
  }
  // In the order of their ids, so that the place in the list does not tell when a hidden market was drawn.
  about.markets.sort((a, b) => compareCodes(a.market, b.market));
  const text = `${JSON.stringify(about, null, 2)}\n`;
  orFail(writeText(join(open, BENCH_JSON), text));
  orFail(writeText(join(open, RESULT_SCHEMA), schemaText(BenchResultSchema)));
  const written = { bench: about.bench, split, markets: about.markets.length, out, benchJson: sha256Hex(text) };
  if (values.json) printJson(io, written, 0);
  else
    printLines(
      io,
      `${about.markets.length} markets of ${bench.name} ${bench.version}, split ${split}`,
      oneLine(out),
      ...(split === 'test'
        ? [
            `Give the teams the folder ${HAND_OUT}: tar -czf ${HAND_OUT}.tgz -C ${oneLine(quotedPath(out))} ${HAND_OUT}`,
            `Keep the folder ${SECRET} until the scores are in: it has the truth and the seeds.`,
            `SHA-256 of ${BENCH_JSON}, to be read out at the start: ${written.benchJson}`,
          ]
        : [`The truth of each market is in its ${SECRET}/, and anybody can write it with this command.`]),
    );
  return 0;
});

/** True where nothing is at a path, or an empty folder. What cannot be looked at is left to the writing. */
function isNewOrEmpty(path: string, from: string): boolean {
  const full = resolvePath(path, from);
  if (path === '' || !isThere(full)) return true;
  try {
    return readdirSync(full).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOTDIR';
  }
}

/** Checks a folder, and returns the exit code. */
function check(folder: string, asJson: boolean, io: CommandIo): number {
  fromArgument(`--check ${folder}: there is no such folder.`, kindOf(folder, io.cwd));
  const read = orFail(readBenchJson(folder, nameOfBench(orFail(loadBench(createProjectFiles(ROOT)))), io.cwd));
  const { right, withSecret, faults, unlisted } = checkFolder(read, folder, io.cwd);
  for (const issue of faults.slice(0, MAX_PRINTED)) complain(io, printIssue(issue));
  if (faults.length > MAX_PRINTED) complain(io, `${faults.length - MAX_PRINTED} more faults are not printed.`);
  const { bench, split, markets } = read.about;
  const about = { bench, split, markets: markets.length, benchJson: read.sha256, withSecret, right, unlisted };
  if (asJson) printJson(io, { ...about, faults: faults.length });
  else
    printLines(
      io,
      `${markets.length} markets of ${bench.name} ${bench.version}, split ${split}`,
      `files as they were written: ${right}; missing or changed: ${faults.length}`,
      withSecret
        ? 'Both halves were checked.'
        : 'The public half was checked. The secret half is not here, as it should be with a team.',
      `SHA-256 of ${BENCH_JSON}, to be compared with the one of the organiser: ${read.sha256}`,
      ...(unlisted.length > 0
        ? [
            `In no list: ${counted(unlisted.length, 'file')}, such as ${oneLine(unlisted.slice(0, MAX_NAMED).join(', '))}. Before you hand out, remove what is not yours to give.`,
          ]
        : []),
    );
  return faults.length > 0 ? 1 : 0;
}

const MAX_PRINTED = 100;
const MAX_NAMED = 3;

/** Mode of a folder that other users of the machine cannot open. */
const OWNER_ONLY = 0o700;

const quotedPath = (path: string) => (/^[\w./-]+$/.test(path) ? path : `"${path}"`);

function readSplit(split = ''): SplitName {
  return (
    SPLITS.find((name) => name === split) ??
    badArgument(split === '' ? '--split is missing.' : `--split ${split}: give ${SPLITS.join(', ')}.`)
  );
}

/** The open markets of a list, or hidden ones with seeds of 128 bits that nobody has seen. */
function entriesOf(bench: Bench, split: SplitName, profile: MarketProfileId, count: number): BenchEntry[] {
  if (split !== 'test') return (bench.profiles[profile]?.[split] ?? []).map((seed) => ({ profile, seed }));
  const secret = () => randomBytes(16).toString('hex');
  return Array.from({ length: count }, () => ({ profile, seed: secret(), secret: secret() }));
}

if (import.meta.main) await runCommand(main);
