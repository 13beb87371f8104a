/**
 * Runs in full the proofs that `npm test` samples: every sentence of a debrief is true, no command crashes on a hostile
 * file or name, no draft of the studio that checks clean breaks later, a second reader of the tamper drill answers its
 * questions as the key does, no learner finds in public ads what the ideal reader does not, no page has an accessibility
 * barrier in any setting, and a site in another language says nothing in English.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command, readArguments } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { toolEnvironment } from './site/build.ts';

const HELP = `Usage: npm run -s prove
Runs in full the proofs that npm test samples. Takes an hour or more; ends with 1 where one fails.`;

const TESTS = join(ROOT, 'tests');

/** Unit tests and their like that look at more where PROVE is set: those that ask `inFull`. */
const proofs = () =>
  readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && readFileSync(join(TESTS, file), 'utf8').includes('in-full.ts'))
    .map((file) => `tests/${file.replaceAll('\\', '/')}`)
    .sort();

const commands = () => [
  `vitest run --config scripts/config/vitest.config.ts ${proofs().join(' ')}`,
  'node scripts/build-site.ts',
  'playwright test --config scripts/config/playwright.config.ts',
];

export const main = command(HELP, (args, io) => {
  readArguments(() => parseArgs({ args, options: { help: { type: 'boolean', default: false } } }));
  const failed = commands().filter((line) => {
    const env = { ...toolEnvironment(), PROVE: '1' };
    return spawnSync(line, { cwd: ROOT, shell: true, stdio: 'inherit', env }).status !== 0;
  });
  for (const line of failed) io.out(`Failed: ${line}\n`);
  return failed.length > 0 ? 1 : 0;
});

if (import.meta.main) await runCommand(main);
