import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandIo } from '../command/command-io.ts';
import { oneLine } from '../command/print-text.ts';
import { failedInBrowsers, failedInVitest } from './failed-tests.ts';

/** What a whole run is made of. */
export interface WholeRun {
  /** The command of the gate; it writes `check.json` into the folder of the reports. */
  readonly check: string;
  /** The command of the tests in browsers, which look at the built site. */
  readonly browsers: string;
  /** Folder of the reports. */
  readonly reports: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

interface CheckReport {
  readonly steps: readonly { readonly name: string; readonly ok: boolean }[];
}

const BUILD = 'build';
/** How the tests in browsers stand in the report of the gate where they could not run: they count as failed. */
const BROWSERS = 'tests in browsers';

/**
 * Runs the gate and then the tests in browsers, also where the gate is red, and ends with one summary that names every
 * failed step and test. Only where the site was not built are there no browsers: they would look at an older site.
 */
export function runWhole({ check, browsers, reports, cwd, env }: WholeRun, io: CommandIo): number {
  const passes = (line: string) => spawnSync(line, { cwd, env, shell: true, stdio: 'inherit' }).status === 0;
  const read = <Report>(name: string): Report | undefined => {
    const file = join(reports, `${name}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
  };

  // A report of an earlier run would be taken for one of this run where a program ends before it writes its own.
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const checkOk = passes(check);
  const steps = read<CheckReport>('check')?.steps ?? [];
  const isBuilt = steps.some(({ name, ok }) => name === BUILD && ok);
  const browsersOk = isBuilt && passes(browsers);
  if (!isBuilt)
    writeFileSync(join(reports, 'check.json'), JSON.stringify({ steps: [...steps, { name: BROWSERS, ok: false }] }));

  const failed = [
    ...steps.filter(({ ok }) => !ok).map(({ name }) => `step     ${name}`),
    ...failedInVitest(read('vitest')).map((name) => `test     ${name}`),
    ...failedInBrowsers(read('playwright')).map((name) => `browser  ${name}`),
  ];
  // A program that ended before it could write a report names nothing itself.
  if (!checkOk && !failed.some((line) => line.startsWith('step'))) failed.push(`step     ${check}`);
  if (isBuilt && !browsersOk && !failed.some((line) => line.startsWith('browser'))) failed.push(`browser  ${browsers}`);
  if (!isBuilt) failed.push(`not run  ${BROWSERS}: the site was not built, and they would see an older one`);

  if (failed.length === 0) {
    io.out('\nAll steps, tests and tests in browsers passed.\n');
    return 0;
  }
  io.out(`\nFailed or not run, of all steps, tests and tests in browsers: ${failed.length}\n`);
  for (const line of failed) io.out(`  ${oneLine(line)}\n`);
  return 1;
}
