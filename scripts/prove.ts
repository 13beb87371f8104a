/**
 * Proves by many attempts and files what `npm test` proves by a tenth of them: that every sentence of a debrief is true, and
 * that no command falls over a hostile file or name.
 * Usage: node scripts/prove.ts
 */
import { spawnSync } from 'node:child_process';
import { ROOT, toolEnvironment } from './build-site.ts';

/** Tests that look at ten times as much where PROVE is set. */
const PROOFS = [
  'tests/unit/core/debrief/every-sentence.test.ts',
  'tests/unit/scripts/hostile-commands.test.ts',
  'tests/unit/scripts/hostile-names.test.ts',
];

const { status } = spawnSync(`vitest run --config scripts/config/vitest.config.ts --project unit ${PROOFS.join(' ')}`, {
  cwd: ROOT,
  shell: true,
  stdio: 'inherit',
  env: { ...toolEnvironment(), PROVE: '1' },
});
process.exit(status ?? 1);
