import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOW_UNIT_TESTS, STEPS } from '../../scripts/gate/check-steps.ts';
import { ROOT } from '../support/builders/the-library.ts';

/** Written by Astro at its first start. */
const WRITTEN_LATER = ['.astro/types.d.ts'];

/** The paths that a step names. Vitest passes where it finds no test, so a wrong name would leave tests out for ever. */
const NAMED = STEPS.map(({ name, command, inputs = [], perFile = [], testsIn = [] }) => ({
  name,
  paths: [...inputs, ...perFile, ...testsIn, ...command.split(' ').filter((word) => word.startsWith('tests/'))],
})).filter(({ paths }) => paths.length > 0);

describe('the steps of the gate', () => {
  it.each(NAMED)('name files and folders that there are: $name', ({ paths }) => {
    const missing = paths.filter((path) => !existsSync(join(ROOT, path)));

    expect(missing.filter((path) => !WRITTEN_LATER.includes(path))).toEqual([]);
  });

  it.each(SLOW_UNIT_TESTS)('leave out a test that there is: %s', (slow) => {
    expect(globSync(`tests/unit/${slow}`, { cwd: ROOT })).not.toEqual([]);
  });
});
