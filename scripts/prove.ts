/**
 * Runs in full the proofs that `npm test` samples: every sentence of a debrief is true, no command crashes on a hostile
 * file or name, no draft of the studio that checks clean breaks later, no learner finds in public ads what the ideal
 * reader does not, no page has an accessibility barrier in any setting, and a site in another language says nothing in
 * English.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { command, readArguments } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { toolEnvironment } from './site/build.ts';

const HELP = `Usage: npm run -s prove
Runs in full the proofs that npm test samples. Takes an hour or more; ends with 1 where one fails.`;

/** Tests that check ten times as many cases where PROVE is set. */
const PROOFS = [
  'tests/unit/core/debrief/every-sentence.test.ts',
  'tests/unit/core/debrief/second-try.test.ts',
  'tests/unit/scripts/hostile-commands.test.ts',
  'tests/unit/scripts/hostile-names.test.ts',
  'tests/unit/core/safety/long-texts.test.ts',
  'tests/unit/core/kernel/keyed-permutation.test.ts',
  'tests/unit/app/studio/clean-case.test.ts',
  'tests/unit/app/studio/draft-engine.test.ts',
  'tests/unit/app/studio/hostile-draft.test.ts',
  'tests/unit/formats/yaml/edit-yaml.test.ts',
  'tests/content/safety.test.ts',
  'tests/conformance/killed-room.test.ts',
  'tests/conformance/written-in-shares.test.ts',
  'tests/conformance/market-tables.test.ts',
  'tests/attack/public-ads.test.ts',
  'tests/attack/boosting.test.ts',
  'tests/attack/words-of-signs.test.ts',
  'tests/attack/python-example.test.ts',
];

const COMMANDS = [
  `vitest run --config scripts/config/vitest.config.ts ${PROOFS.join(' ')}`,
  'node scripts/build-site.ts',
  'playwright test --config scripts/config/playwright.config.ts',
];

export const main = command(HELP, (args, io) => {
  readArguments(() => parseArgs({ args, options: { help: { type: 'boolean', default: false } } }));
  const failed = COMMANDS.filter((line) => {
    const env = { ...toolEnvironment(), PROVE: '1' };
    return spawnSync(line, { cwd: ROOT, shell: true, stdio: 'inherit', env }).status !== 0;
  });
  for (const line of failed) io.out(`Failed: ${line}\n`);
  return failed.length > 0 ? 1 : 0;
});

if (import.meta.main) await runCommand(main);
