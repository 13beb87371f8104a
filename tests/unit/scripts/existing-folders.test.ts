import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './a-command.ts';

const home = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What somebody has at the place to which a command is told to write. */
const WORK = 'the work of a day';

describe('a command that writes a folder', () => {
  const ORDER = ['--profile', 'BUY', '--preset', 'mini', '--seed', '1'];
  const generate = (out: string, ...more: readonly string[]) =>
    run('generate-market.ts', [...ORDER, '--out', out, ...more], home);
  /** A folder of somebody, with a file at a path below it. */
  const aFolderWith = (path: string, text = WORK) => {
    const folder = mkdtempSync(join(home, 'folder-'));
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    return folder;
  };

  it.each([
    'public/ads-000.csv',
    'public/market.json',
    'public/LICENSE.txt',
    'public/index.html',
    'secret/moderation.json',
    'secret/keys.txt',
    'public/schemas/market.schema.json',
  ])('generate-market and join-shares remove and replace nothing of another one: %s', async (path) => {
    const folder = aFolderWith(path);

    const { code, said } = await generate(folder);
    const joined = await run('join-shares.ts', ['--out', folder, 'a-share'], home);

    expect({ code, joined: joined.code }).toEqual({ code: 2, joined: 2 });
    expect(said).toContain('holds files, and no market. Choose another folder, or write into it with --force.');
    expect(joined.said).toContain('holds files, and no market.');
    expect(readFileSync(join(folder, path), 'utf8')).toBe(WORK);
  });

  it('generate-market writes beside files of others, and replaces its own market, whole or interrupted', async () => {
    const folder = aFolderWith('notes.txt');

    expect((await generate(folder)).code).toBe(0);
    expect((await generate(folder)).code).toBe(0);
    for (const name of readdirSync(join(folder, 'public')).filter((file) => file !== 'ads-000.ndjson'))
      rmSync(join(folder, 'public', name), { recursive: true });
    expect((await generate(folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe(WORK);
  });

  it('generate-market writes into it with --force, and removes what has the names of its data', async () => {
    const folder = aFolderWith('public/ads-000.csv');

    expect((await generate(folder, '--force')).code).toBe(0);
    expect(readdirSync(join(folder, 'public'))).not.toContain('ads-000.csv');
  });

  it('generate-market --districts replaces no share.json of another one', async () => {
    const folder = aFolderWith('share.json');
    const order = ['--profile', 'TPC', '--ads', '10000', '--seed', 's', '--districts', '0-0', '--out', folder];

    expect(await run('generate-market.ts', order, home)).toMatchObject({ code: 2 });
    expect(readFileSync(join(folder, 'share.json'), 'utf8')).toBe(WORK);
  });

  it('join-shares --list replaces no manifest.json of another one', async () => {
    const folder = aFolderWith('public/manifest.json');

    expect(await run('join-shares.ts', ['--out', folder, '--list', 'a-share'], home)).toMatchObject({ code: 2 });
    expect(readFileSync(join(folder, 'public/manifest.json'), 'utf8')).toBe(WORK);
  });

  it('bench-markets takes a new folder or an empty one', async () => {
    const folder = aFolderWith('notes.txt');
    const file = join(folder, 'notes.txt');

    for (const out of [folder, file])
      expect(await run('bench-markets.ts', ['--split', 'dev', '--profile', 'BUY', '--out', out], home)).toMatchObject({
        code: 2,
        said: expect.stringContaining('is no empty folder'),
      });
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  it('new-scenario makes no case where something is', async () => {
    const folder = aFolderWith('my-case/scenario.yaml');

    expect(await run('new-scenario.ts', ['my-case', '--in', folder], home)).toMatchObject({ code: 2 });
    expect(readdirSync(join(folder, 'my-case'))).toEqual(['scenario.yaml']);
    expect(readFileSync(join(folder, 'my-case/scenario.yaml'), 'utf8')).toBe(WORK);
  });
});
