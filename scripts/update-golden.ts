import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { LIBRARY_KINDS } from '#kinds/shipped/use-cases/library-kinds.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { badArgument, command, fail, orFail, readArguments } from './command/command-line.ts';
import { refuseToReplaceOther } from './command/refuse-to-replace.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { type Golden, goldenOf } from './market/golden.ts';

const HELP = `Usage: npm run -s update-golden -- [--file FILE] [--force]
Writes the digests of the markets that must not change: some seeds, and the market of each shipped case.
Writes only where GENERATOR_VERSION has been raised since the last time; ends with 1 where it has not.
  --file    where they stand (default tests/golden/markets.json)
  --force   replace a file that holds something else`;

/** How a file of these digests begins. */
const OF_MARKETS = /^\s*\{\s*"generatorVersion"\s*:\s*\d+\s*,\s*"markets"/;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        file: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const file = values.file === undefined ? join(ROOT, 'tests/golden/markets.json') : resolve(io.cwd, values.file);
  const name = relative(io.cwd, file);
  refuseToReplaceOther(
    {
      option: values.file === undefined ? '' : '--file',
      path: values.file ?? file,
      from: io.cwd,
      isForced: values.force,
    },
    (beginning) => OF_MARKETS.test(beginning),
  );
  try {
    const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Golden).generatorVersion : undefined;
    if (before === GENERATOR_VERSION)
      fail(
        `${name} is of generator version ${before}, and so is the generator. Where its markets have changed, raise GENERATOR_VERSION in src/market/ads/model/market.ts first.`,
      );
    const golden = goldenOf(orFail(loadProject(createProjectFiles(ROOT), LIBRARY_KINDS)));
    writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`);
  } catch (error) {
    if (error instanceof SyntaxError) badArgument(`--file ${values.file ?? ''}: the file is no JSON.`);
    if (error instanceof Error && 'syscall' in error) badArgument(`--file ${values.file}: ${error.message}.`);
    throw error;
  }
  io.out(`${name} now holds generator version ${GENERATOR_VERSION}\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
