import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { LIBRARY, PROJECT } from '../../support/builders/the-library.ts';
import { aFolder, run } from './a-command.ts';

describe('a developer who changes the generator', () => {
  it('cannot replace digests before the version is raised', async () => {
    const home = aFolder();
    const file = join(home, 'markets.json');
    const text = JSON.stringify({ generatorVersion: GENERATOR_VERSION, markets: {} });
    writeFileSync(file, text);

    const { code, out, said } = await run('update-golden.ts', ['--file', 'markets.json'], home);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toContain('raise GENERATOR_VERSION');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('gets the digests of the new version once it is raised', async () => {
    const home = aFolder();
    const file = join(home, 'markets.json');
    writeFileSync(file, JSON.stringify({ generatorVersion: GENERATOR_VERSION - 1, markets: {} }));

    const { code } = await run('update-golden.ts', ['--file', 'markets.json'], home);

    const written = JSON.parse(readFileSync(file, 'utf8')) as { generatorVersion: number; markets: object };
    expect({ code, version: written.generatorVersion }).toEqual({ code: 0, version: GENERATOR_VERSION });
    const profiles = [...LIBRARY.profiles.keys()];
    expect(Object.keys(written.markets)).toEqual([
      ...profiles.flatMap((id) => ['42', '1337', '1211'].map((seed) => `${id} seed ${seed}`)),
      ...PROJECT.list('scenarios')
        .filter((name) => PROJECT.read(`scenarios/${name}/scenario.yaml`) !== undefined)
        .map((name) => `case ${name}`),
    ]);
  });
});
