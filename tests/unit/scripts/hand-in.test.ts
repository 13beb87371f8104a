import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BenchMarkets, BenchResultSchema } from '#bench/markets/model/schemas.ts';
import type { AdLine } from '#market/documents/model/ad-schemas.ts';
import type { CommandIo } from '../../../scripts/command/command-io.ts';
import { printFaults, printUnknownRows } from '../../../scripts/public-bench/print-faults.ts';
import { run } from './a-command.ts';

/** What a function prints as messages. */
function saidBy(print: (io: CommandIo) => void): string[] {
  const said: string[] = [];
  print({ cwd: '.', out: () => {}, say: (text) => said.push(text) });
  return said.join('').trimEnd().split('\n');
}
const issue = (code: string, file: string, row = 1) =>
  ({
    code,
    severity: 'error',
    path: [],
    params: { row, value: 'x' },
    position: { file, line: row, column: 1 },
  }) as const;
const MARKETS = Array.from({ length: 7 }, (_, n) => `${n}`.repeat(16));
const [FIRST = '', SECOND = ''] = MARKETS;

describe('faults of a tool', () => {
  it('are told once for each reason, with every market that has it', () => {
    const faults = MARKETS.flatMap((market) => [
      { track: 'page', market, issue: issue('prediction.not-a-number', `${market} page`, 2) } as const,
      { track: 'page', market, issue: issue('prediction.not-a-number', `${market} page`, 3) } as const,
      { track: 'fairness', market, issue: issue('prediction.not-a-number', `${market} fairness`, 2) } as const,
    ]);
    const alone = { track: 'page', market: FIRST, issue: issue('csv.empty', `${FIRST} page`) } as const;
    const lines = saidBy((io) => printFaults(io, [...faults, alone]));

    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^0{16} page:2:1 prediction\.not-a-number Row 2 gives "x"/);
    expect(lines[1]).toBe('  7 markets, track page, fairness:');
    expect(lines.slice(2, 4).flatMap((line) => line.trim().split(', '))).toEqual(MARKETS);
    expect(lines[4]).toMatch(/^0{16} page:1:1 csv\.empty /);
    for (const line of lines.slice(1, 4)) expect(line.length).toBeLessThan(100);
  });

  it('in some tracks alone have a list for each', () => {
    const fault = (track: 'page' | 'linking', market: string) =>
      ({ track, market, issue: issue('csv.empty', `${market} ${track}`) }) as const;
    const lines = saidBy((io) =>
      printFaults(io, [fault('page', FIRST), fault('page', SECOND), fault('linking', FIRST)]),
    );

    expect(lines.slice(1)).toEqual([
      '  2 markets, track page:',
      `    ${FIRST}, ${SECOND}`,
      '  1 market, track linking:',
      `    ${FIRST}`,
    ]);
  });

  it('name the number of rows about ads that no market has, where there are such rows', () => {
    const unknown = MARKETS.map((market, n) => ({ track: 'page', market, rows: n === 0 ? 1 : 600 }) as const);

    expect(saidBy((io) => printUnknownRows(io, []))).toEqual(['']);
    const lines = saidBy((io) => printUnknownRows(io, unknown));
    expect(lines.slice(1, 4)).toEqual(['  1 row in each of these:', '  1 market, track page:', `    ${FIRST}`]);
    expect(lines.slice(4, 6)).toEqual(['  600 rows in each of these:', '  6 markets, track page:']);
  });
});

describe('a folder of tables', () => {
  let home = '';
  let markets: readonly string[] = [];
  const score = (folder: string, ...more: string[]) =>
    run('bench-tool.ts', ['--markets', 'hidden', '--tables', folder, ...more], home);
  const [one, other] = [() => `${markets[0]}.csv`, () => `${markets[1]}.csv`];
  /** A copy of the tables of the team, to be changed. */
  const aCopy = (name: string) => {
    mkdirSync(join(home, name));
    for (const file of [one(), other()]) copyFileSync(join(home, 'team', file), join(home, name, file));
    return join(home, name);
  };

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
    await run('bench-markets.ts', ['--split', 'test', '--profile', 'JOB', '--markets', '2', '--out', 'hidden'], home);
    const handOut = join(home, 'hidden', 'hand-out');
    const about = JSON.parse(readFileSync(join(handOut, 'bench.json'), 'utf8')) as BenchMarkets;
    markets = about.markets.map(({ market }) => market);
    mkdirSync(join(home, 'team'));
    for (const market of markets) {
      const lines = readFileSync(join(handOut, market, 'public', 'ads-000.ndjson'), 'utf8')
        .trimEnd()
        .split('\n');
      const ads = lines.map((line) => JSON.parse(line) as AdLine).filter(({ withheld }) => !withheld);
      const rows = ads.map(({ id, text }) => `${id},${text.length > 400 ? 0.9 : 0.2},${market}\n`);
      writeFileSync(join(home, 'team', `${market}.csv`), `ad,probability,market\n${rows.join('')}`);
    }
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('with the right market in each row is scored, and rows about other ads are counted', async () => {
    const folder = aCopy('strangers');
    for (const file of [one(), other()]) {
      const table = readFileSync(join(folder, file), 'utf8');
      writeFileSync(join(folder, file), `${table}ad-9999,0.5,\nad-9998,0.5,\n`);
    }
    const [clean, strangers] = [await score('team'), await score('strangers')];

    expect(clean).toMatchObject({ code: 0, said: '' });
    expect(strangers.code).toBe(0);
    expect(strangers.out.replace('strangers', 'team')).toBe(clean.out);
    expect(strangers.said).toMatch(/were left out\. .+\n {2}2 rows in each of these:\n {2}2 markets, track page:\n/);
    for (const market of markets) expect(strangers.said).toContain(market);
  });

  it('with a table of another market under the name of one is refused there, and the two tables are named', async () => {
    const folder = aCopy('loop');
    copyFileSync(join(folder, one()), join(folder, other()));
    const { code, said } = await score('loop', '--out', 'loop.json');
    const { tracks } = BenchResultSchema.parse(JSON.parse(readFileSync(join(home, 'loop.json'), 'utf8')));

    expect(code).toBe(1);
    expect(said).toMatch(/^loop:1:1 bench\.same-tables /);
    expect(said).toContain(`    ${one()}, ${other()}\n`);
    expect(said).toMatch(
      new RegExp(
        `\\n${join('loop', other())}:2:1 prediction\\.other-market .+ ${markets[0]}, .+ ${markets[1]}: 2, 3, `,
      ),
    );
    expect(tracks[0]?.runs.map(({ market, failed }) => [market, failed])).toEqual(
      expect.arrayContaining([
        [markets[0], undefined],
        [markets[1], 'prediction.other-market'],
      ]),
    );
  });

  it('without any table of a market is refused, and says which files are there', async () => {
    const folder = join(home, 'named');
    mkdirSync(folder);
    const empty = await score('named');
    for (const file of [one(), other()])
      copyFileSync(join(home, 'team', file), join(folder, file.replace('.csv', '-page.CSV')));
    const named = await score('named', '--out', 'named.json');

    expect(empty).toMatchObject({ code: 1, out: '' });
    expect(empty.said).toContain('named:1:1 bench.no-files ');
    expect(named).toMatchObject({ code: 1, out: '' });
    expect(named.said.trim().split('\n')).toHaveLength(1);
    expect(named.said).toContain(`It has 2 with other names, such as ${markets[0]}-page.CSV, ${markets[1]}-page.CSV.`);
    expect(named.said).toContain(`such as ${one()}.`);
  });

  it('is not scored in a market whose seed was changed, and the file with the seed is named', async () => {
    const file = join('hidden', 'secret', markets[0] ?? '', 'ground-truth.json');
    const text = readFileSync(join(home, file), 'utf8');
    writeFileSync(join(home, file), text.replace(/"seed": ".{4}/, '"seed": "zzzz'));
    const { code, said } = await score('team');
    writeFileSync(join(home, file), text);

    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^${file}:1:1 bench\\.other-files .+ the market ${markets[0]} has other files `));
  });
});
