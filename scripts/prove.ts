/**
 * Proves in full what `npm test` proves by a part: that every sentence of a debrief is true, that no command falls over a
 * hostile file or name, and that no page has a barrier in any setting.
 * Usage: node scripts/prove.ts
 */
import { spawnSync } from 'node:child_process';
import { ROOT, toolEnvironment } from './build-site.ts';

/** Tests that look at ten times as much where PROVE is set. */
const PROOFS = [
  'tests/unit/core/debrief/every-sentence.test.ts',
  'tests/unit/scripts/hostile-commands.test.ts',
  'tests/unit/scripts/hostile-names.test.ts',
  'tests/unit/core/safety/long-texts.test.ts',
  'tests/content/safety.test.ts',
];

const COMMANDS = [
  `vitest run --config scripts/config/vitest.config.ts ${PROOFS.join(' ')}`,
  'node scripts/build-site.ts',
  'playwright test --config scripts/config/playwright.config.ts',
];

const failed = COMMANDS.filter((command) => {
  const env = { ...toolEnvironment(), PROVE: '1' };
  return spawnSync(command, { cwd: ROOT, shell: true, stdio: 'inherit', env }).status !== 0;
});
for (const command of failed) console.log(`Failed: ${command}`);
process.exit(failed.length > 0 ? 1 : 0);
