import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benchMarket, scoredMarket } from '#bench/markets/model/bench-market.ts';
import { learnReaders } from '#bench/markets/model/learn-readers.ts';
import { type Bench, BenchResultSchema } from '#bench/markets/model/schemas.ts';
import { benchOrder } from '#bench/markets/use-cases/bench-order.ts';
import { loadBench } from '#bench/markets/use-cases/load-bench.ts';
import { nearestName } from '#kernel/formats/authored/nearest-name.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { filesOf } from '../../../scripts/public-bench/market-on-disk.ts';
import { runTool } from '../../../scripts/public-bench/run-tool.ts';
import { runTrack, type TrackTask } from '../../../scripts/public-bench/run-track.ts';
import { writeToolFiles } from '../../../scripts/public-bench/tool-files.ts';
import { misspeltPlaceholder, placeholdersIn, toolLine } from '../../../scripts/public-bench/tool-line.ts';
import { readToolRows } from '../../../scripts/public-bench/tool-rows.ts';
import { seeds } from '../../support/builders/a-market.ts';
import { LIBRARY, PROJECT, ROOT } from '../../support/builders/the-library.ts';
import { inFull } from '../../support/in-full.ts';
import { aFolder, run } from './a-command.ts';

const loaded = loadBench(PROJECT);
const SHIPPED: Bench = loaded.ok ? loaded.value : expect.fail('no bench');

/** A bench of small markets. */
const SMALL: Bench = {
  ...SHIPPED,
  size: 'practice',
  profiles: { JOB: { train: seeds('small train', 3), dev: seeds('small dev', 8) } },
};
const orderOf = (seed: string) => benchOrder(LIBRARY, SMALL, { profile: 'JOB', seed });

/** A tool that does in each market what a file says; a fault in one of them is no fault in another. */
const TOOL = `
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
const { CHECKATHON_OUT: out, CHECKATHON_ADS: ads, CHECKATHON_MARKET: market, CHECKATHON_RECORDS: records } = process.env;
const does = JSON.parse(readFileSync('does.json', 'utf8'))[market];
const all = readFileSync(ads, 'utf8').trim().split('\\n').map((line) => JSON.parse(line));
const truth = JSON.parse(readFileSync('truth.json', 'utf8'))[market];
const table = 'ad,probability\\n' + all.map(({ id }) => id + ',' + truth[id]).join('\\n') + '\\n';
appendFileSync('seen.txt', market + ' ' + String(records) + '\\n');
if (does === 'fails') { console.error('no model here'); process.exit(3); }
if (does === 'broken') writeFileSync(out, table.replace(',1', ',much'));
if (does === 'json') writeFileSync(out, JSON.stringify({ ads: [] }));
if (does === 'huge') { writeFileSync(out, 'x'.repeat(21_000_000)); setInterval(() => {}, 1000); }
if (does === 'right') { console.log(table); writeFileSync(out, table); }
if (does === 'says something of a closed card') writeFileSync(out, table + Object.keys(truth).find((id) => !table.includes(id)) + ',0.5\\n');
if (does === 'leaves a program') {
  writeFileSync(out, table);
  const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  writeFileSync('left.txt', String(left.pid));
  left.unref();
}
`;
const DOES = [
  'right',
  'fails',
  'writes nothing',
  'broken',
  'json',
  'huge',
  'says something of a closed card',
  'leaves a program',
] as const;
const CODES = [
  undefined,
  'bench.tool-failed',
  'bench.nothing-written',
  'prediction.not-a-number',
  'csv.json',
  'bench.table-too-large',
  'prediction.withheld-ad',
  undefined,
];

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('a tool on the bench', () => {
  it('is scored in each market where it does its work, and its faults elsewhere are named and ended', async () => {
    const home = aFolder();
    const markets = SMALL.profiles.JOB?.dev.map((seed) => benchMarket(orderOf(seed), 'pages')) ?? [];
    writeFileSync(join(home, 'tool.mjs'), TOOL);
    writeFileSync(
      join(home, 'does.json'),
      JSON.stringify(Object.fromEntries(markets.map(({ id }, n) => [id, DOES[n]]))),
    );
    const truths = markets.map((market) => [
      market.id,
      Object.fromEntries(scoredMarket(market, 'page').truth.map(({ ad, control }) => [ad, Number(isSought(control))])),
    ]);
    writeFileSync(join(home, 'truth.json'), JSON.stringify(Object.fromEntries(truths)));
    const faults: Issue[] = [];

    const task: TrackTask = {
      track: 'page',
      bench: SMALL,
      library: LIBRARY,
      entries: (SMALL.profiles.JOB?.dev ?? []).map((seed) => ({ profile: 'JOB' as const, seed })),
      tool: `"${process.execPath}" tool.mjs`,
      cwd: home,
      threshold: 0.5,
      limit: 60,
      indicators: new Set(),
      signal: new AbortController().signal,
      onFault: (_, issues) => faults.push(...issues),
      onUnknown: () => {},
      onMarket: () => {},
    };
    const { runs, rows } = await runTrack(task);
    // A market whose files are not those of its list is not even handed to the tool.
    const others = [{ market: '0'.repeat(16) }, { sha256: { 'secret/ground-truth-000.ndjson': '0'.repeat(64) } }];
    const changed = await runTrack({
      ...task,
      entries: others.map((other) => ({ profile: 'JOB', seed: 'small dev-0', ...other })),
    });
    // A tool that hangs has its limit; one that is stopped from outside ends at once.
    const hanging = {
      line: `"${process.execPath}" -e "setInterval(() => {}, 1000)"`,
      env: {},
      cwd: home,
      out: join(home, 'out.csv'),
    };
    const late = await runTool({ ...hanging, limit: 0.2, signal: new AbortController().signal });
    const stopped = await runTool({ ...hanging, limit: 60, signal: AbortSignal.abort() });

    expect(runs.map(({ failed }) => failed)).toEqual(CODES);
    expect(changed.runs.map(({ failed, seconds }) => [failed, seconds])).toEqual(
      others.map(() => ['bench.other-files', 0]),
    );
    expect(faults.slice(0, -others.length).map(({ position }) => position?.file)).toEqual(
      runs.flatMap(({ failed, market }) => (failed ? `${market} page` : [])),
    );
    expect(faults[0]?.params).toEqual({ ended: 3, said: 'no model here' });
    expect(rows.map(({ reader }) => reader)).toEqual(['tool', 'signs', 'weights', 'n-grams', 'links', 'ceiling']);
    for (const { byMarket } of rows)
      expect(byMarket.map(({ market }) => market)).toEqual([markets[0]?.id, markets[7]?.id]);
    expect(rows[0]?.tables[0]?.figures.auc?.value).toBe(1);
    expect(late.fault?.code).toBe('bench.time-limit');
    expect(stopped.fault?.code).toBe('bench.stopped');
    expect(isRunning(Number(readFileSync(join(home, 'left.txt'), 'utf8')))).toBe(false);
    // A tool for pages is never told of records.
    expect(readFileSync(join(home, 'seen.txt'), 'utf8')).toBe(markets.map(({ id }) => `${id} undefined\n`).join(''));
    // Memory is sampled: of a tool that ends at once, a sample may see its shell alone.
    const peaks = runs.map(({ peakBytes }) => peakBytes ?? 0);
    if (process.platform === 'linux') expect(Math.max(...peaks)).toBeGreaterThan(10_000_000);
  });
});

describe('the command', () => {
  it.runIf(inFull(true, false))('gives a copy of a baseline exactly its row, and compares it with itself', async () => {
    const home = aFolder();
    const readers = learnReaders(() => [], 'pages');
    for (const seed of SHIPPED.profiles.SOC?.dev ?? []) {
      const market = benchMarket(benchOrder(LIBRARY, SHIPPED, { profile: 'SOC', seed }), 'pages');
      const rows = readers.weights(market).map(({ ad, probability }) => `${ad},${probability}\n`);
      writeFileSync(join(home, `${market.id}.csv`), `ad,probability\n${rows.join('')}`);
    }
    const args = ['--tool', 'cp {market}.csv {out}', '--profile', 'SOC'];
    const first = await run('bench-tool.ts', [...args, '--out', 'r.json'], home);
    const again = await run('bench-tool.ts', [...args, '--out', 'again.json', '--compare', 'r.json'], home);
    const result = BenchResultSchema.parse(JSON.parse(readFileSync(join(home, 'r.json'), 'utf8')));

    expect(first).toMatchObject({ code: 0, said: '' });
    for (const { rows } of result.tracks) {
      const [tool, , weights] = rows;
      expect({ ...tool, reader: 'weights' }).toEqual(weights);
    }
    expect(again.out).toMatch(/area under curve +\+0\.000 {2}\+0\.000 to \+0\.000, 10 markets/);
  });
});

describe('the commands of the bench in examples/README.md and on the page for organisers', () => {
  /** A file in which a command that goes on in the next line is one line. */
  const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8').replace(/ \\\n */g, ' ');
  const inReadme = textOf('examples/README.md').match(/^npm run -s bench-(?:tool|markets|table) -- .+$/gm) ?? [];
  const onPage = textOf('content/en/pages/tool-event.mdx').match(/^npm run -s .+$/gm) ?? [];
  const lines = [...inReadme, ...onPage];

  it.each(lines)('%s has options that exist, and names that a command knows', async (line) => {
    const [, script = '', rest = ''] = /^npm run -s (\S+) -- (.+)$/.exec(line) ?? [];
    const args = [...rest.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const inBraces = args.flatMap((arg) => arg.match(/\{\w+\}/g) ?? []);

    expect(await run(`${script}.ts`, [...args, '--help'])).toMatchObject({ code: 0, said: '' });
    expect(inBraces.map((name) => name.slice(1, -1))).toEqual(args.flatMap((arg) => [...placeholdersIn(arg)]));
  });

  it('are many', () => {
    expect(inReadme).toHaveLength(6);
    expect(onPage).toHaveLength(7);
  });
});

describe('the files of a track', () => {
  it('hold every ad but closed cards, records where the track has them, and nothing of the secret half', () => {
    const files = filesOf(orderOf('tool files'));
    const market = benchMarket(orderOf('tool files'), 'pages');
    for (const track of ['page', 'records', 'linking', 'fairness'] as const) {
      const { paths, remove } = writeToolFiles(files, track);
      const withRecords = track === 'records' || track === 'linking';
      const folder = join(paths['ads'] ?? '', '..');

      expect(readdirSync(folder).sort()).toEqual([
        'ads.ndjson',
        'market.json',
        ...(withRecords ? ['records.ndjson'] : []),
      ]);
      const all = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      const ids = readFileSync(paths['ads'] ?? '', 'utf8')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id);
      expect(ids).toEqual(market.open.map(market.idOf));
      expect(market.open.length).toBeLessThan(market.drawn.size);
      for (const text of all) expect(text).not.toContain('"withheld":{');
      for (const text of all) expect(text).not.toMatch(/actor-\d|"seed"|"control"|tool files/);
      if (!withRecords) for (const text of all) expect(text).not.toContain('"payer"');
      remove();
      expect(existsSync(folder)).toBe(false);
    }
  });

  it('are named in the command and in the environment', () => {
    const { line, env } = toolLine(
      'x --in {ads} {out} {records} {unknown}',
      { ads: '/tmp/a b', out: '/o' },
      { market: 'm', track: 'page' },
    );

    expect(line).toBe('x --in "/tmp/a b" /o {records} {unknown}');
    expect(env).toEqual({
      CHECKATHON_ADS: '/tmp/a b',
      CHECKATHON_OUT: '/o',
      CHECKATHON_MARKET: 'm',
      CHECKATHON_TRACK: 'page',
    });
    expect([...placeholdersIn('a {ads} {records} {none}')]).toEqual(['ads', 'records']);
    expect(misspeltPlaceholder('a {ads} {Outt} {b}', nearestName)).toEqual({ written: 'Outt', meant: 'out' });
    expect(misspeltPlaceholder('a {ADS}', nearestName)).toEqual({ written: 'ADS', meant: 'ads' });
    expect(misspeltPlaceholder("a {ads} {out} '{print $1}' {1..3} {none}", nearestName)).toBeUndefined();
  });

  it.each([
    ['', 'csv.empty'],
    ['[{"ad":"1"}]', 'csv.json'],
    ['ad;probability\n1;0.5\n', 'csv.delimiter'],
    ['ad,probability\n1,0.5\n2,1.5\n', 'prediction.out-of-range'],
    ['name,probability\n1,0.5\n', 'prediction.no-column'],
    ['ad,probability\n1,0.5,7\n', 'csv.cells'],
  ])('refuse the table %j', (text, code) => {
    const out = join(aFolder(), 'p.csv');
    writeFileSync(out, text);

    const reading = { name: 'here', market: '0'.repeat(16), indicators: new Set(''), withheld: new Set('') };
    expect(readToolRows(out, reading)).toMatchObject({
      ok: false,
      issues: [{ code, position: { file: 'here' } }],
    });
  });
});
