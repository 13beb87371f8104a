import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bench, BenchMarkets, BenchResult } from '#bench/markets/model/schemas.ts';
import { benchOrder } from '#bench/markets/use-cases/bench-order.ts';
import { loadBench } from '#bench/markets/use-cases/load-bench.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { MarketHeader } from '#market/documents/model/header-schemas.ts';
import { readBenchFolder } from '../../../scripts/public-bench/bench-folder.ts';
import { digestsOf, filesOf } from '../../../scripts/public-bench/market-on-disk.ts';
import { LIBRARY, PROJECT } from '../../support/builders/the-library.ts';
import { aFolder, run } from './a-command.ts';

const loaded = loadBench(PROJECT);
const SHIPPED: Bench = loaded.ok ? loaded.value : expect.fail('no bench');
const BENCH_NAME = {
  name: SHIPPED.name,
  version: SHIPPED.version,
  generatorVersion: SHIPPED.generatorVersion,
};

describe('an organiser', () => {
  it('gets hidden markets whose seeds are in the secret half alone, and can show that nothing was changed', async () => {
    const home = aFolder();
    const written = await run(
      'bench-markets.ts',
      ['--split', 'test', '--profile', 'JOB', '--markets', '1', '--out', 'hidden'],
      home,
    );
    const again = await run('bench-markets.ts', ['--split', 'test', '--out', 'hidden'], home);
    const handOut = join(home, 'hidden', 'hand-out');
    const about = JSON.parse(readFileSync(join(handOut, 'bench.json'), 'utf8')) as BenchMarkets;
    const [market] = about.markets;
    const id = market?.market ?? '';
    const { seed, secret } = JSON.parse(
      readFileSync(join(home, 'hidden', 'secret', id, 'ground-truth.json'), 'utf8'),
    ) as Record<string, string>;
    const open = readdirSync(handOut, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));

    expect(written).toMatchObject({ code: 0, said: '' });
    expect(again).toMatchObject({ code: 2 });
    expect(again.said).toContain('--out hidden');
    expect(seed).toMatch(/^[0-9a-f]{32}$/);
    // The folder for teams has no seed, no truth and no name of a file of the secret half but in the list of digests.
    expect(open.length).toBeGreaterThan(8);
    for (const file of open) {
      expect(file).not.toMatch(/secret|truth-\d|links-|actors-/);
      for (const word of [seed, secret]) expect(readFileSync(file, 'utf8')).not.toContain(word);
    }
    // Cards that may concern a minor are not handed out, and the header counts what is.
    const ads = readFileSync(join(handOut, id, 'public', 'ads-000.ndjson'), 'utf8')
      .trimEnd()
      .split('\n');
    const { counts } = JSON.parse(readFileSync(join(handOut, id, 'public', 'market.json'), 'utf8')) as Pick<
      MarketHeader,
      'counts'
    >;
    expect(counts).toEqual({ ads: ads.length, withheld: 0, records: ads.length });
    expect(ads.length).toBeLessThan(600);
    expect(ads.filter((line) => line.includes('"withheld":'))).toEqual([]);
    if (process.platform !== 'win32') expect(statSync(join(home, 'hidden', 'secret')).mode & 0o777).toBe(0o700);
    expect(written.out).toContain(`tar -czf hand-out.tgz -C ${join(home, 'hidden')} hand-out\n`);
    expect(written.out).toContain(sha256Hex(readFileSync(join(handOut, 'bench.json'))));
    expect(readdirSync(join(home, 'hidden')).sort()).toEqual(['hand-out', 'secret']);
    for (const [name, digest] of Object.entries(market?.sha256 ?? {})) {
      const path = name.startsWith('secret/') ? join('secret', id, name.slice(7)) : join('hand-out', id, name);
      expect(sha256Hex(readFileSync(join(home, 'hidden', path)))).toBe(digest);
    }

    const read = readBenchFolder('hidden', BENCH_NAME, home);
    const [entry] = read.ok ? read.value.entries : [];
    expect(entry).toMatchObject({ profile: 'JOB', seed, secret });
    expect(digestsOf(filesOf(benchOrder(LIBRARY, SHIPPED, entry ?? expect.fail('no entry'))))).toEqual(market?.sha256);

    // The folder of a team is known as such.
    const ofTeam = readBenchFolder('hidden/hand-out', BENCH_NAME, home);
    expect(ofTeam).toMatchObject({ ok: false, issues: [{ code: 'bench.no-secret-half' }] });
    const other = readBenchFolder('hidden', { ...BENCH_NAME, version: BENCH_NAME.version + 1 }, home);
    expect(other).toMatchObject({ ok: false, issues: [{ code: 'bench.other-bench' }] });
  });

  it('checks a folder, as a team checks its half: each file that was changed, left out or added is named', async () => {
    const home = aFolder();
    const args = ['--split', 'test', '--profile', 'JOB', '--markets', '2', '--out', 'hidden'];
    const written = await run('bench-markets.ts', args, home);
    const check = (folder: string, ...more: string[]) => run('bench-markets.ts', ['--check', folder, ...more], home);
    const benchJson = join(home, 'hidden', 'hand-out', 'bench.json');
    const about = JSON.parse(readFileSync(benchJson, 'utf8')) as BenchMarkets;
    const [one, other] = about.markets.map(({ market }) => market);
    const files = about.markets.flatMap(({ sha256 }) => Object.keys(sha256));
    const open = files.filter((file) => file.startsWith('public/'));
    const digest = sha256Hex(readFileSync(benchJson));

    const whole = await check('hidden', '--json');
    expect(whole).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(whole.out)).toMatchObject({ right: files.length, withSecret: true, unlisted: [], faults: 0 });
    expect(written.out).toContain(digest);
    const ofTeam = await check('hidden/hand-out');
    expect(ofTeam).toMatchObject({ code: 0, said: '' });
    expect(ofTeam.out).toMatch(new RegExp(`written: ${open.length}; missing or changed: 0\n.+secret half is not here`));
    expect(ofTeam.out).toContain(digest);

    // A changed ad, a lost file of the truth, and a truth that was put into the half for teams.
    const ads = join('hidden', 'hand-out', one ?? '', 'public', 'ads-000.ndjson');
    const changed = readFileSync(join(home, ads), 'utf8').replace('"title":"', '"title":"X');
    writeFileSync(join(home, ads), changed);
    rmSync(join(home, 'hidden', 'secret', other ?? '', 'links-000.ndjson'));
    mkdirSync(join(home, 'hidden', 'hand-out', other ?? '', 'secret'));
    writeFileSync(join(home, 'hidden', 'hand-out', other ?? '', 'secret', 'ground-truth.json'), '{}');
    const found = await check('hidden');
    expect(found.code).toBe(1);
    const lines = found.said.trim().split('\n').sort();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(new RegExp(`^${ads}:1:1 bench\\.changed-file .+ Copy the file again `));
    expect(lines[1]).toMatch(/links-000\.ndjson:1:1 bench\.missing-file .+ Copy the whole folder /);
    expect(found.out).toContain(`In no list: 1 file, such as hand-out/${other}/secret/ground-truth.json.`);

    // Who changes bench.json too is told by the header of the market, which lists the file as well.
    const adapted = structuredClone(about);
    for (const { market, sha256 } of adapted.markets)
      if (market === one) sha256['public/ads-000.ndjson'] = sha256Hex(changed);
    writeFileSync(benchJson, JSON.stringify(adapted));
    const again = await check('hidden/hand-out');
    expect(again.code).toBe(1);
    expect(again.said).toMatch(new RegExp(`${one}/public/market\\.json:1:1 bench\\.changed-list .+ ads-000\\.ndjson `));

    expect((await check('no-such')).code).toBe(2);
    expect((await check('hidden', '--split', 'dev')).said).toMatch(/^--check and --split: /);
  });

  it.each([
    'public/../../../../seen.txt',
    'secret/../../../../seen.txt',
    '/etc/passwd',
    'public\\..\\seen.txt',
    'C:/seen.txt',
    'public/a\0b',
  ])('reads no file out of the folder, where bench.json lists %j', async (path) => {
    const home = aFolder();
    writeFileSync(join(home, 'seen.txt'), 'not yours');
    mkdirSync(join(home, 'deep', 'open'), { recursive: true });
    const about = {
      schema: 'bench-markets/1',
      synthetic: true,
      notice: 'n',
      bench: BENCH_NAME,
      split: 'dev',
      size: 'field',
      prevalence: 'PRACTICE',
      markets: [{ market: '0123456789abcdef', profile: 'JOB', sha256: { [path]: sha256Hex('not yours') } }],
    };
    writeFileSync(join(home, 'deep', 'open', 'bench.json'), JSON.stringify(about));

    const { code, out, said } = await run('bench-markets.ts', ['--check', 'deep/open'], home);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toContain('bench.no-markets');
  });

  it('is told that nothing can be scored without the secret half, and that a result of another bench is not compared', async () => {
    const home = aFolder();
    const id = '0123456789abcdef';
    mkdirSync(join(home, 'open'));
    const about = {
      schema: 'bench-markets/1',
      synthetic: true,
      notice: 'n',
      bench: BENCH_NAME,
      split: 'test',
      size: 'field',
      prevalence: 'PRACTICE',
      markets: [{ market: id, profile: 'JOB', sha256: {} }],
    };
    writeFileSync(join(home, 'open', 'bench.json'), JSON.stringify(about));
    const result: Partial<BenchResult> = { schema: 'bench-result/2', bench: { ...BENCH_NAME, version: 9 } };
    writeFileSync(join(home, 'old.json'), JSON.stringify(result));

    const noTruth = await run('bench-tool.ts', ['--tool', 'x', '--markets', 'open'], home);
    const otherBench = await run('bench-tool.ts', ['--tool', 'x', '--compare', 'old.json'], home);

    expect(noTruth).toMatchObject({ code: 1, out: '' });
    expect(noTruth.said).toMatch(/0123456789abcdef\/secret\/ground-truth\.json:1:1 bench\.no-secret-half /);
    mkdirSync(join(home, 'open', '0123456789abcdef', 'secret'), { recursive: true });
    writeFileSync(join(home, 'open', '0123456789abcdef', 'secret', 'ground-truth.json'), 'null');
    const empty = await run('bench-tool.ts', ['--tool', 'true', '--markets', 'open'], home);
    expect(empty.said).toContain('bench.no-secret-half');
    const other = await run('bench-tool.ts', ['--tool', 'true', '--markets', '.'], home);
    expect(other.said).toContain('bench.no-folder');
    expect(otherBench).toMatchObject({ code: 1, out: '' });
    expect(otherBench.said).toMatch(/old\.json:1:1 bench\.other-bench This file belongs to checkathon-bench 9 /);
  });
});
