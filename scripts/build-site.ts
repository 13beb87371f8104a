/** Builds the site into dist/, unless its inputs are unchanged since the last build. */
import { parseArgs } from 'node:util';
import { command, readArguments } from './command/command-line.ts';
import { printLines } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';
import { buildSite } from './site/build.ts';

const HELP = `Usage: npm run -s build [-- --force]
Builds the site into dist/, unless its inputs are unchanged since the last build.
With LOCALE in the environment, such as LOCALE=de, the site of that locale alone, into dist/de/.
  --force   build it anyway`;

export const main = command(HELP, async (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: { force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    }),
  );
  const result = await buildSite({ force: values.force });
  if (result === 'unchanged') printLines(io, 'dist/ is up to date: nothing it is made from has changed.');
  return result === 'failed' ? 1 : 0;
});

if (import.meta.main) await runCommand(main);
