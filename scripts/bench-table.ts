import { parseArgs } from 'node:util';
import { nameOfBench } from '#bench/markets/model/compare-results.ts';
import { type NamedResult, resultsSideBySide } from '#bench/markets/model/results-side-by-side.ts';
import { MAX_NAME } from '#bench/markets/model/schemas.ts';
import { loadBench } from '#bench/markets/use-cases/load-bench.ts';
import { byLetters } from '#i18n/locale.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { writeText } from '#kernel/node/write-file.ts';
import { badArgument, command, failWithIssues, orFail, readArguments } from './command/command-line.ts';
import { oneLine, printLines } from './command/print-text.ts';
import { refuseToReplace } from './command/refuse-to-replace.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { readWords } from './public-bench/read-words.ts';
import { readResult } from './public-bench/result-file.ts';
import { tablePage } from './public-bench/table-page.ts';

const HELP = `Usage: npm run -s bench-table -- --out table.html [--force] RESULT.json...
Writes one HTML page that shows results of bench-tool side by side: a table for each of the rules,
track and profile, with the teams in alphabetical order, baselines and ceiling below them, each figure with its interval,
and what each tool cost. There is no rank and no total. A team has figures in a profile only if it has a score in every market of it, so that all figures of a
table are about the same markets. The page needs no network, and prints in landscape.
  RESULT.json    files that bench-tool has written with --out, of one split; --name there gives a team its name
  --out          the page, a file with .html at its end
  --title        title of the page, such as the name and the day of the event
  --force        replace a file that is there already
Refuses results of another bench, of other markets, of another --threshold, or with a name that is there twice in a track.`;

const MAX_RESULTS = 200;

export const main = command(HELP, (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        title: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const out = values.out ?? badArgument('--out is missing.');
  const title = readWords('--title', values.title, MAX_NAME);
  if (positionals.length === 0) badArgument('Name the results that the table shows.');
  if (!/\.html?$/i.test(out))
    badArgument(`--out ${out}: this is the name of no page. Give a name that ends with .html, and no result.`);
  refuseToReplace({ option: '--out', path: out, from: io.cwd, isForced: values.force });
  if (positionals.length > MAX_RESULTS) badArgument(`Give at most ${MAX_RESULTS} results.`);
  const bench = nameOfBench(orFail(loadBench(createProjectFiles(ROOT))));
  const read = positionals.map((file) => ({ file, found: readResult(file, bench, io.cwd) }));
  const faults = read.flatMap(({ found }) => (found.ok ? [] : found.issues));
  if (faults.length > 0) failWithIssues(faults);
  const results = read.flatMap(({ file, found }): NamedResult[] => (found.ok ? [{ file, result: found.value }] : []));
  const tracks = orFail(resultsSideBySide(results, byLetters));
  const target = resolvePath(out, io.cwd);
  orFail(writeText(target, tablePage(results, tracks, title)));
  printLines(io, `${results.length} results in ${tracks.length} tracks`, oneLine(target));
  return 0;
});

if (import.meta.main) await runCommand(main);
