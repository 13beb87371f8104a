/**
 * Finds two equally hard markets for each exercise, and writes their seeds for the rounds before and after a training.
 */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { readText } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { writeText } from '#kernel/node/write-file.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { PARALLEL_TESTS_FILE } from '#library/cases/use-cases/parallel-tests.ts';
import { shippedCases } from './attempts/load-shipped-case.ts';
import { badArgument, command, fail, orFail, readArguments } from './command/command-line.ts';
import { refuseToReplaceOther } from './command/refuse-to-replace.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import {
  areasInWords,
  exercisesIn,
  isParallelTestsFile,
  MAX_SEEDS,
  parallelSeeds,
  parallelTestsFile,
} from './market/parallel-seeds.ts';

/** One exercise of each size: 42, 150 and 600 ads. */
const EXERCISES = ['find-house-pages', 'find-apple-weeks', 'find-thirty-looks'];

const HELP = `Usage: npm run -s find-parallel-seeds [-- EXERCISE...] [--file FILE] [--force]
Searches two seeds of each exercise whose markets share no ad and are equally hard for the ideal observer, and writes
${PARALLEL_TESTS_FILE}. Run it after GENERATOR_VERSION was raised or the weights were measured anew.
Without names: one exercise of each size, ${EXERCISES.join(', ')}.
  --file    the file to write (default ${PARALLEL_TESTS_FILE})
  --force   replace a file that this command has not written, or that holds an exercise which is not named`;

export const main = command(HELP, (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const exercises = [...new Set(positionals.length > 0 ? positionals : EXERCISES)];
  const known = shippedCases();
  for (const exercise of exercises)
    if (!known.includes(exercise)) badArgument(`${exercise}: there is no such exercise under scenarios/.`);
  const file = values.file === undefined ? join(ROOT, PARALLEL_TESTS_FILE) : resolvePath(values.file, io.cwd);
  if (!values.force) refuseToLose(values.file, exercises, io.cwd);

  const files = createProjectFiles(ROOT);
  const library = shippedLibrary();
  const pairs = exercises.map((exercise) => {
    const seeds = parallelSeeds(orFail(loadCase(files, `scenarios/${exercise}`, library)), library);
    return [
      exercise,
      seeds ?? fail(`${exercise}: no two of ${MAX_SEEDS} markets are equally hard. Raise MAX_SEEDS.`),
    ] as const;
  });
  orFail(writeText(file, parallelTestsFile(pairs)));
  for (const [exercise, [before, after]] of pairs)
    io.out(`${exercise}: ${before.seed} ${areasInWords(before.areas)}, ${after.seed} ${areasInWords(after.areas)}\n`);
  return 0;
});

/** Maximum bytes of an earlier file; the shipped one has less than two thousand. */
const MAX_BYTES = 100_000;

/** Ends the command where the file that is there is none of its own, or has a pair that the new one would not have. */
function refuseToLose(given: string | undefined, exercises: readonly string[], cwd: string): void {
  const path = given ?? relative(cwd, join(ROOT, PARALLEL_TESTS_FILE));
  const option = given === undefined ? '' : '--file';
  refuseToReplaceOther({ option, path, from: cwd, isForced: false }, isParallelTestsFile);
  const read = readText(path, MAX_BYTES, cwd);
  const lost = read.ok ? exercisesIn(read.value).filter((exercise) => !exercises.includes(exercise)) : [];
  if (lost.length > 0)
    badArgument(`${path} holds ${lost.join(', ')} too. Name all of its exercises, or replace it with --force.`);
}

if (import.meta.main) await runCommand(main);
