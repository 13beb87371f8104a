import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { AdLine } from '#market/documents/model/ad-schemas.ts';
import type { MarketHeader, TruthHeader } from '#market/documents/model/header-schemas.ts';
import { aFolder, run } from './a-command.ts';

/** The required folder of a file: files that disclose actors have a separate folder. */
const placeOf = (name: string) => join(/^(?:ground-truth|links|actors)/.test(name) ? 'secret' : 'public', name);
/** Every file below a folder, by its path. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

const order = (seed: string, out: string) => ['--profile', 'buy', '--preset', 'mini', '--seed', seed, '--out', out];
const textOf = (folder: string, name: string) => readFileSync(join(folder, placeOf(name)), 'utf8');

const linesOf = (folder: string, name: string): unknown[] =>
  textOf(folder, name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('a user who generates a market', () => {
  it('gets the ads in one folder and the truth in another', async () => {
    const home = aFolder();

    const { code, out, said } = await run('generate-market.ts', [...order('42', 'a/market'), '--json'], home);

    const folder = join(home, 'a', 'market');
    const market = JSON.parse(textOf(folder, 'market.json')) as MarketHeader;
    const truth = JSON.parse(textOf(folder, 'ground-truth.json')) as TruthHeader;
    const ads = linesOf(folder, 'ads-000.ndjson') as AdLine[];
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(filesIn(folder).filter((file) => !file.startsWith('public/schemas/'))).toEqual([
      'public/DATASHEET.md',
      'public/LICENSE.txt',
      'public/ads-000.ndjson',
      'public/croissant.json',
      'public/market.json',
      'public/records-000.ndjson',
      'secret/actors-000.ndjson',
      'secret/ground-truth-000.ndjson',
      'secret/ground-truth.json',
      'secret/links-000.ndjson',
    ]);
    expect(market).toMatchObject({ schema: 'market/2', synthetic: true });
    expect(truth).toMatchObject({ schema: 'ground-truth/4', synthetic: true, seed: '42', marketId: market.marketId });
    expect(linesOf(folder, 'ground-truth-000.ndjson')).toMatchObject(ads.map(({ id }) => ({ ad: id })));
    for (const ad of ads) {
      expect(ad.id).toMatch(/^ad-\d{4}$/);
      expect(market.sites.map(({ id }) => id)).toContain(ad.site);
      if (!ad.withheld) expect(ad.title.length * ad.text.length).toBeGreaterThan(0);
    }
    expect(JSON.parse(out)).toMatchObject({ marketId: market.marketId, ads: ads.length });
    for (const name of ['market.json', 'ads-000.ndjson', 'records-000.ndjson'])
      expect(textOf(folder, name)).not.toMatch(/"(control|labels|actor|seed|possibleMinor)"|actor-\d/);
  });

  it('gets the same bytes for the same seed and others for another', async () => {
    const home = aFolder();

    await Promise.all([
      run('generate-market.ts', order('the same', 'one'), home),
      run('generate-market.ts', order('the same', 'two'), home),
      run('generate-market.ts', order('another', 'three'), home),
    ]);

    for (const name of ['market.json', 'ads-000.ndjson', 'ground-truth.json', 'ground-truth-000.ndjson']) {
      expect(textOf(join(home, 'one'), name)).toBe(textOf(join(home, 'two'), name));
      expect(textOf(join(home, 'one'), name)).not.toBe(textOf(join(home, 'three'), name));
    }
  });

  it('gets a large market in several files, one line per ad', async () => {
    const home = aFolder();
    const args = ['--profile', 'tpc', '--ads', '10500', '--seed', 'large', '--out', 'large', '--json'];

    const { code, out } = await run('generate-market.ts', args, home);

    const { files } = JSON.parse(out) as { files: string[] };
    const lines = readdirSync(join(home, 'large', 'public'))
      .filter((name) => name.startsWith('ads-'))
      .flatMap((name) => textOf(join(home, 'large'), name).trimEnd().split('\n'));
    expect(code).toBe(0);
    expect(filesIn(join(home, 'large'))).toEqual(files.toSorted());
    expect(new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(10_500);
  });

  it('gets a secret for an assessment, which is only in the truth', async () => {
    const home = aFolder();
    const args = ['--profile', 'buy', '--preset', 'mini', '--assessment', '--out'];

    await Promise.all([
      run('generate-market.ts', [...args, 'one'], home),
      run('generate-market.ts', [...args, 'two'], home),
    ]);

    const truths = ['one', 'two'].map(
      (name) => JSON.parse(textOf(join(home, name), 'ground-truth.json')) as TruthHeader,
    );
    expect(new Set(truths.map(({ seed }) => seed)).size).toBe(2);
    for (const [n, { seed }] of truths.entries()) {
      expect(seed).toMatch(/^[0-9a-f]{32}$/);
      expect(textOf(join(home, n === 0 ? 'one' : 'two'), 'market.json')).not.toContain(seed);
    }
  });

  it('gets all shares of a hidden market from one secret file, which the first call writes', async () => {
    const home = aFolder();
    const order = ['--profile', 'buy', '--ads', '10000', '--assessment', '--secret-file', 'secret.txt', '--districts'];

    const shares = await Promise.all(
      ['0-1', '2-4'].map((part) => run('generate-market.ts', [...order, part, '--out', part], home)),
    );
    const joined = await run('join-shares.ts', ['--out', 'joined', '0-1', '2-4'], home);
    const truth = JSON.parse(textOf(join(home, 'joined'), 'ground-truth.json')) as TruthHeader;

    expect([...shares, joined].map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(statSync(join(home, 'secret.txt')).mode & 0o077).toBe(0);
    expect(readFileSync(join(home, 'secret.txt'), 'utf8')).toBe(`${truth.seed}\n${truth.secret}\n`);
    expect(JSON.parse(textOf(join(home, 'joined'), 'market.json'))).toMatchObject({ open: false });
  });

  it.each([
    ['without --assessment', ['--seed', 's'], 'give --assessment too'],
    ['that holds something else', ['--assessment'], 'no file that --secret-file has written'],
  ])('is refused a secret file %s', async (_, args, reason) => {
    const home = aFolder();
    writeFileSync(join(home, 'other.txt'), 'a note\n');
    const order = ['--profile', 'buy', '--preset', 'mini', '--out', 'out', '--secret-file', 'other.txt'];

    const { code, said } = await run('generate-market.ts', [...order, ...args], home);

    expect(code).toBe(2);
    expect(said).toContain(reason);
    expect(readFileSync(join(home, 'other.txt'), 'utf8')).toBe('a note\n');
  });

  it('gets ads that keep to the schema beside them, in a market that names the version of its generator', async () => {
    const home = aFolder();

    const { code } = await run('generate-market.ts', order('42', 'market'), home);

    const market = join(home, 'market');
    const schema = z.fromJSONSchema(JSON.parse(textOf(market, 'schemas/ad.schema.json')));
    expect(code).toBe(0);
    for (const ad of linesOf(market, 'ads-000.ndjson')) expect(schema.safeParse(ad).error).toBeUndefined();
    for (const half of ['market.json', 'ground-truth.json'])
      expect(JSON.parse(textOf(market, half))).toMatchObject({ generatorVersion: GENERATOR_VERSION });
  });

  it('is told the smallest size where a market has no room for a network', async () => {
    const { code, said } = await run('generate-market.ts', [
      ...['--profile', 'buy', '--preset', 'mini', '--prevalence', 'needle', '--seed', '1', '--out', 'small'],
    ]);

    expect(code).toBe(2);
    expect(said).toContain('at least 75 ads');
  });

  it('keeps an earlier market where the order for another one is refused', async () => {
    const home = aFolder();
    await run('generate-market.ts', order('42', 'market'), home);
    const before = filesIn(join(home, 'market'));

    const { code } = await run('generate-market.ts', [...order('43', 'market'), '--prevalence', 'needle'], home);

    expect(code).toBe(2);
    expect(filesIn(join(home, 'market'))).toEqual(before);
  });
});
