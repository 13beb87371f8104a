import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import '../support/fail-on-chance.ts';
import '../support/fail-on-console.ts';

const runAt = (filename: string, code: string) => () => new Script(code, { filename }).runInThisContext();

describe('fail-on-chance', () => {
  const CODE = ['Math.random()', 'Date.now()', 'new Date()', 'Date()'];

  it.each(CODE)('%s throws while the model of a door or of a part is on the stack', (code) => {
    for (const place of ['kernel', 'market/ads'])
      expect(runAt(`/project/src/${place}/model/probe.ts`, code)).toThrow(`${code} was read inside the model.`);
  });

  it.each(CODE)('%s works elsewhere', (code) => {
    expect(runAt('/project/src/market/ads/use-cases/probe.ts', code)).not.toThrow();
  });

  it('lets the model construct a Date from a given instant', () => {
    expect(runAt('/project/src/kernel/model/probe.ts', "new Date(0).toISOString() + Date.parse('2031-03-12')")()).toBe(
      `1970-01-01T00:00:00.000Z${Date.UTC(2031, 2, 12)}`,
    );
  });
});

describe('fail-on-console', () => {
  it.fails('fails a test that prints', () => {
    console.log('This line fails the test.');
  });
});
