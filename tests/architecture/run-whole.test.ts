import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runWhole } from '../../scripts/gate/run-whole.ts';

const STEPS = ['build', 'format and lint', 'tests'];
const check = (...failed: string[]) => ({ steps: STEPS.map((name) => ({ name, ok: !failed.includes(name) })) });
const aTest = (fullName: string, status = 'failed') => ({ fullName, status });
const VITEST_GREEN = { testResults: [{ name: '/p/tests/unit/a.test.ts', status: 'passed', assertionResults: [] }] };
const browsers = (...failed: string[]) => ({
  suites: [
    {
      title: 'site.spec.ts',
      specs: [{ title: 'a page opens', tests: [{ status: 'expected' }] }],
      suites: [{ title: 'a case', specs: failed.map((title) => ({ title, tests: [{ status: 'unexpected' }] })) }],
    },
  ],
  errors: [],
});

describe('npm test', () => {
  let folder: string;
  let reports: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'whole-'));
    reports = join(folder, 'reports');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** A program that leaves these reports and ends with a code, as the gate and the tests in browsers do. */
  function program(name: string, code: number, written: Readonly<Record<string, unknown>>): string {
    const lines = Object.entries({ ...written, [`${name}-ran`]: true }).map(
      ([report, content]) =>
        `fs.writeFileSync(${JSON.stringify(join(reports, `${report}.json`))}, ${JSON.stringify(JSON.stringify(content))});`,
    );
    const file = join(folder, `${name}.cjs`);
    writeFileSync(file, `const fs = require('node:fs');\n${lines.join('\n')}\nprocess.exit(${code});\n`);
    return `"${process.execPath}" "${file}"`;
  }

  function whole(gate: string, inBrowsers: string) {
    let said = '';
    const io = { cwd: folder, out: (text: string) => (said += text), say: (text: string) => (said += text) };
    const code = runWhole({ check: gate, browsers: inBrowsers, reports, cwd: folder, env: process.env }, io);
    return { code, said, hadBrowsers: existsSync(join(reports, 'browsers-ran.json')) };
  }

  it('passes where both pass', () => {
    const gate = program('gate', 0, { check: check(), vitest: VITEST_GREEN });

    expect(whole(gate, program('browsers', 0, { playwright: browsers() }))).toEqual({
      code: 0,
      said: '\nAll steps, tests and tests in browsers passed.\n',
      hadBrowsers: true,
    });
  });

  it('runs the browsers after a red gate, and names the failed steps and tests of all runners', () => {
    const testResults = [
      { name: '/p/tests/unit/a.test.ts', status: 'failed', assertionResults: [aTest('adds up'), aTest('b', 'passed')] },
      { name: '/p/tests/unit/broken.test.ts', status: 'failed', assertionResults: [] },
    ];
    const gate = program('gate', 1, { check: check('format and lint', 'tests'), vitest: { testResults } });

    expect(whole(gate, program('browsers', 1, { playwright: browsers('is played to its end') }))).toEqual({
      code: 1,
      said: `
Failed or not run, of all steps, tests and tests in browsers: 5
  step     format and lint
  step     tests
  test     tests/unit/a.test.ts: adds up
  test     tests/unit/broken.test.ts: the file could not be loaded
  browser  site.spec.ts > a case > is played to its end
`,
      hadBrowsers: true,
    });
  });

  it('fails where the gate alone or the browsers alone are red', () => {
    const red = program('gate', 1, { check: check('format and lint') });
    expect(whole(red, program('browsers', 0, { playwright: browsers() })).code).toBe(1);
    const green = program('gate', 0, { check: check() });
    expect(whole(green, program('browsers', 1, { playwright: browsers('breaks') })).code).toBe(1);
  });

  it('runs no browser on an older site: names them as not run, and counts them as failed', () => {
    const gate = program('gate', 1, { check: check('build'), vitest: VITEST_GREEN });
    const { code, said, hadBrowsers } = whole(gate, program('browsers', 0, { playwright: browsers() }));

    expect({ code, hadBrowsers }).toEqual({ code: 1, hadBrowsers: false });
    expect(said).toContain('  step     build\n');
    expect(said).toContain('  not run  tests in browsers: the site was not built, and they would see an older one\n');
    expect(JSON.parse(readFileSync(join(reports, 'check.json'), 'utf8')).steps).toContainEqual({
      name: 'tests in browsers',
      ok: false,
    });
  });

  it('names a program that ended before it could report anything, and takes no older report for its own', () => {
    whole(program('gate', 0, { check: check() }), program('browsers', 0, { playwright: browsers() }));
    const broken = program('gate', 1, {});
    const { code, said, hadBrowsers } = whole(broken, program('browsers', 0, {}));
    expect({ code, hadBrowsers }).toEqual({ code: 1, hadBrowsers: false });
    expect(said).toContain(`  step     ${broken}\n`);

    const gate = program('gate', 0, { check: check() });
    const killed = program('browsers', 1, {});
    expect(whole(gate, killed).said).toContain(`  browser  ${killed}\n`);
  });
});
