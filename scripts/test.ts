/** Runs everything that shows whether the kit works: the gate with all its steps, and the tests in browsers. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command, readArguments } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { runWhole } from './gate/run-whole.ts';
import { toolEnvironment } from './site/build.ts';

const HELP = `Usage: npm test
Runs all steps of the gate and the tests in browsers, also where one of them fails, and names at the end everything that
failed. Ends with 1 where something did.`;

export const main = command(HELP, (args, io) => {
  readArguments(() => parseArgs({ args, options: { help: { type: 'boolean', default: false } } }));
  return runWhole(
    {
      check: 'node scripts/check.ts',
      browsers: 'playwright test --config scripts/config/playwright.config.ts',
      reports: join(ROOT, '.cache', 'reports'),
      cwd: ROOT,
      env: toolEnvironment(),
    },
    io,
  );
});

if (import.meta.main) await runCommand(main);
