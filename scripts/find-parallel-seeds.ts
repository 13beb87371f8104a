/**
 * Finds two equally hard markets for each exercise, and writes their seeds for the rounds before and after a training.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { PARALLEL_TESTS_FILE } from '#library/cases/use-cases/parallel-tests.ts';
import { badArgument, command, fail, orFail, readArguments } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { areasInWords, MAX_SEEDS, parallelSeeds, parallelTestsFile } from './market/parallel-seeds.ts';

/** One exercise of each size: 42, 150 and 600 ads. */
const EXERCISES = ['find-house-pages', 'find-apple-weeks', 'find-thirty-looks'];

const HELP = `Usage: npm run -s find-parallel-seeds [-- EXERCISE...]
Searches two seeds of each exercise whose markets are equally hard for the ideal observer, and writes
${PARALLEL_TESTS_FILE}. Run it after GENERATOR_VERSION was raised or the weights were measured anew.
Without names: one exercise of each size, ${EXERCISES.join(', ')}.`;

export const main = command(HELP, (args, io) => {
  const { positionals } = readArguments(() =>
    parseArgs({ args, allowPositionals: true, options: { help: { type: 'boolean', default: false } } }),
  );
  const files = createProjectFiles(ROOT);
  const library = shippedLibrary();
  const pairs = (positionals.length > 0 ? positionals : EXERCISES).map((exercise) => {
    if (files.read(`scenarios/${exercise}/scenario.yaml`) === undefined)
      badArgument(`${exercise}: there is no such exercise under scenarios/.`);
    const seeds = parallelSeeds(orFail(loadCase(files, `scenarios/${exercise}`, library)), library);
    return [
      exercise,
      seeds ?? fail(`${exercise}: no two of ${MAX_SEEDS} markets are equally hard. Raise MAX_SEEDS.`),
    ] as const;
  });
  writeFileSync(join(ROOT, PARALLEL_TESTS_FILE), parallelTestsFile(pairs));
  for (const [exercise, [before, after]] of pairs)
    io.out(`${exercise}: ${before.seed} ${areasInWords(before.areas)}, ${after.seed} ${areasInWords(after.areas)}\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
