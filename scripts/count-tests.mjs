/**
 * Adds up the test reports in .cache/reports/ and prints `N passed, N failed`, the closing line of .ci/run.
 * A failed step of the check without a test report, or a runner that did not reach its tests, counts as one failure; so do
 * the tests in browsers where they could not run, which `npm test` then lists as a step.
 * Tests that were skipped because a program is missing are counted separately and listed before that line.
 * It also runs where the installation has failed, so it needs any Node and no package.
 * Usage: node scripts/count-tests.mjs EXIT-CODE-OF-NPM-TEST [FOLDER-OF-REPORTS]
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [exitCode, folder = join(root, '.cache', 'reports')] = process.argv.slice(2);

function read(name) {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  } catch {
    return null;
  }
}

/** Counts at least one failure where the runner itself reports an error. */
function count(passed, failed, wellEnded) {
  return { passed, failed: wellEnded ? failed : Math.max(failed, 1) };
}

function countVitest(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return count(report.numPassedTests, report.numFailedTests + unloaded.length, report.success);
}

/** Names of the tests of a vitest report that were skipped. */
function namesNotRun(report) {
  return (report?.testResults ?? [])
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status === 'skipped' || status === 'pending')
    .map(({ fullName }) => fullName);
}

function countPlaywright({ stats, errors }) {
  return count(stats.expected + stats.flaky, stats.unexpected, stats.unexpected > 0 || errors.length === 0);
}

const [check, vitest, playwright] = ['check', 'vitest', 'playwright'].map(read);
const counts = [];
if (vitest) counts.push(countVitest(vitest));
if (playwright) counts.push(countPlaywright(playwright));
for (const step of check?.steps ?? []) {
  if (!step.ok && !(step.name === 'tests' && vitest)) counts.push({ passed: 0, failed: 1 });
}
const total = counts.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
  passed: 0,
  failed: 0,
});
if (exitCode !== '0' || !check || !vitest || !playwright) total.failed = Math.max(total.failed, 1);
const notRun = [
  ...namesNotRun(vitest),
  ...Array.from({ length: playwright?.stats.skipped ?? 0 }, () => 'in the browser'),
];
if (notRun.length > 0) console.log(`${notRun.length} not run: ${notRun.join('; ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
