import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/count-tests.mjs', import.meta.url));

const steps = (...failed: string[]) => ({
  steps: [...new Set(['tests', 'format and lint', ...failed])].map((name) => ({ name, ok: !failed.includes(name) })),
});
const vitest = (passed: number, failed: number, unloaded = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  success: failed + unloaded === 0,
  testResults: Array.from({ length: unloaded }, () => ({ status: 'failed', assertionResults: [] })),
});
const playwright = (expected: number, unexpected: number, flaky = 0, errors: string[] = []) => ({
  stats: { expected, unexpected, flaky, skipped: 0 },
  errors,
});

describe('the closing line of .ci/run', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reports-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function count(exitCode: number, reports: Readonly<Record<string, unknown>>) {
    for (const [name, report] of Object.entries(reports)) {
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(report));
    }
    const { stdout, status } = spawnSync(process.execPath, [script, String(exitCode), folder], { encoding: 'utf8' });
    return [stdout, status];
  }

  it('adds up both runners', () => {
    expect(count(0, { check: steps(), vitest: vitest(100, 0), playwright: playwright(20, 0, 1) })).toEqual([
      '121 passed, 0 failed\n',
      0,
    ]);
  });

  it('counts failed tests once, not again as a failed step', () => {
    expect(count(1, { check: steps('tests'), vitest: vitest(98, 2) })).toEqual(['98 passed, 2 failed\n', 1]);
  });

  it('counts each failed step that has no tests', () => {
    const reports = { check: steps('build', 'unused code'), vitest: vitest(100, 0) };

    expect(count(1, reports)).toEqual(['100 passed, 2 failed\n', 1]);
  });

  it('counts the tests in browsers that could not run, besides the build that failed', () => {
    const reports = { check: steps('build', 'tests in browsers'), vitest: vitest(100, 0) };

    expect(count(1, reports)).toEqual(['100 passed, 2 failed\n', 1]);
  });

  it('counts a test file that could not be loaded', () => {
    const reports = { check: steps('tests'), vitest: vitest(90, 1, 1) };

    expect(count(1, reports)).toEqual(['90 passed, 2 failed\n', 1]);
  });

  it('counts a browser run that failed before its first test', () => {
    const reports = { check: steps(), vitest: vitest(9, 0), playwright: playwright(0, 0, 0, ['no server']) };

    expect(count(1, reports)).toEqual(['9 passed, 1 failed\n', 1]);
  });

  it('lists skipped tests on a separate line, and counts them neither as passed nor as failed', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a' },
      { status: 'skipped', fullName: 'exiftool reads the mark' },
      { status: 'pending', fullName: 'openssl accepts the answer' },
    ];
    const reports = {
      check: steps(),
      vitest: { ...vitest(9, 0), testResults: [{ status: 'passed', assertionResults }] },
      playwright: playwright(2, 0),
    };

    expect(count(0, reports)).toEqual([
      '2 not run: exiftool reads the mark; openssl accepts the answer\n11 passed, 0 failed\n',
      0,
    ]);
  });

  it('never reports success without the reports of both runners', () => {
    expect(count(1, {})).toEqual(['0 passed, 1 failed\n', 1]);
    expect(count(0, { check: steps(), vitest: vitest(9, 0) })).toEqual(['9 passed, 1 failed\n', 1]);
  });
});
