import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import '../support/fail-on-chance.ts';
import '../support/fail-on-console.ts';

const runAt = (filename: string, code: string) => () => new Script(code, { filename }).runInThisContext();

describe('fail-on-chance', () => {
  const CODE = ['Math.random()', 'Date.now()', 'new Date()', 'Date()'];

  it.each(CODE)('%s throws while core is on the stack', (code) => {
    expect(runAt('/project/src/core/kernel/probe.ts', code)).toThrow(`${code} was read inside core.`);
  });

  it.each(CODE)('%s works elsewhere', (code) => {
    expect(runAt('/project/src/app/probe.ts', code)).not.toThrow();
  });

  it('lets core construct a Date from a given instant', () => {
    expect(runAt('/project/src/core/kernel/probe.ts', "new Date(0).toISOString() + Date.parse('2031-03-12')")()).toBe(
      `1970-01-01T00:00:00.000Z${Date.UTC(2031, 2, 12)}`,
    );
  });
});

describe('fail-on-console', () => {
  it.fails('fails a test that prints', () => {
    console.log('This line fails the test.');
  });
});
