import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BenchResult, BenchResultSchema } from '#bench/markets/model/schemas.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { AdLine } from '#market/documents/model/ad-schemas.ts';
import { run } from './a-command.ts';

const HOSTILE = '</title><script>alert(1)</script>\u202e"& Team';

/** Scores tables that a team hands in for two hidden markets of offers of work. */
async function anEvent() {
  const home = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
  await run('bench-markets.ts', ['--split', 'test', '--profile', 'JOB', '--markets', '2', '--out', 'hidden'], home);
  const markets = readdirSync(join(home, 'hidden', 'hand-out')).filter((name) => !name.includes('.'));
  mkdirSync(join(home, 'team'));
  for (const market of markets) {
    const lines = readFileSync(join(home, 'hidden', 'hand-out', market, 'public', 'ads-000.ndjson'), 'utf8')
      .trimEnd()
      .split('\n');
    const ads = lines.map((line) => JSON.parse(line) as AdLine).filter(({ withheld }) => !withheld);
    const rows = ads.map(({ id, text }) => `${id},${text.length > 400 ? 0.9 : 0.2}\n`);
    writeFileSync(join(home, 'team', `${market}.csv`), `ad,probability\n${rows.join('')}`);
  }
  const score = (...more: string[]) =>
    run('bench-tool.ts', ['--markets', 'hidden', '--tables', 'team', '--out', 'r.json', ...more], home);
  return { home, markets, score };
}

describe('tables that a team hands in', () => {
  let home = '';
  let markets: readonly string[] = [];
  let result: BenchResult;

  beforeAll(async () => {
    const event = await anEvent();
    ({ home, markets } = event);
    expect(await event.score('--name', HOSTILE, '--note', 'Learned on <train>.')).toMatchObject({ code: 0, said: '' });
    result = BenchResultSchema.parse(JSON.parse(readFileSync(join(home, 'r.json'), 'utf8')));
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('have scores beside the same readers, and no time or memory that was not measured', () => {
    const [page] = result.tracks;

    expect(result.tool).toBe('tables handed in');
    expect(result.benchJson).toBe(sha256Hex(readFileSync(join(home, 'hidden', 'hand-out', 'bench.json'))));
    expect(page?.runs).toEqual(
      expect.arrayContaining(markets.map((market) => ({ market, profile: 'JOB', seconds: null, peakBytes: null }))),
    );
    expect(page?.rows.map(({ byMarket }) => byMarket.length)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('are named where one is missing, or says too little of its market', async () => {
    const [one = '', other = ''] = markets;
    const few = readFileSync(join(home, 'team', `${one}.csv`), 'utf8')
      .split('\n')
      .slice(0, 500);
    mkdirSync(join(home, 'less'));
    writeFileSync(join(home, 'less', `${one}.csv`), few.join('\n'));
    const args = ['--markets', 'hidden', '--tables', 'less', '--out', 'less.json'];
    const { code, said } = await run('bench-tool.ts', args, home);

    expect(code).toBe(1);
    expect(said).toContain(`bench.no-table There is no table ${other}.csv`);
    expect(said).toMatch(
      /bench\.too-many-missing \d+ of \d+ ads have no row; the first of them: ad-\d+, ad-\d+, ad-\d+\./,
    );
  });

  it('stand in one page beside others, with names of teams as text', async () => {
    writeFileSync(join(home, 'b.json'), JSON.stringify({ ...result, name: 'Another' }));
    const done = await run(
      'bench-table.ts',
      ['--out', 'table.html', '--title', 'Night of tools', 'r.json', 'b.json'],
      home,
    );
    const page = readFileSync(join(home, 'table.html'), 'utf8');
    const auc = result.tracks[0]?.rows[0]?.tables[0]?.figures.auc?.value.toFixed(3);

    expect(done).toMatchObject({ code: 0, said: '' });
    expect(page).not.toMatch(/<script|\u202e|<train>/i);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}&quot;&amp; Team</th>');
    expect(page.indexOf('<th scope="row">Another')).toBeGreaterThan(page.indexOf('<th scope="row">&lt;/title'));
    const flags = result.tracks[0]?.rows[0]?.tables[0]?.flags;
    for (const name of ['Another', 'Team'])
      expect(page).toContain(
        `${name}</th><td>${flags?.all}<small>${flags?.false} false</small></td><td>${auc}<small class="interval">`,
      );
    expect(page).toContain('Rules closed, track page: time and memory are not measured.');
    expect(page).toContain(result.notice);
    expect(page).toContain('<h1>Night of tools</h1>');
    expect(page).toContain(`SHA-256 of bench.json begins with ${result.benchJson?.slice(0, 16)}. A`);
  });

  it('are compared by the names of the teams', async () => {
    writeFileSync(join(home, 'b.json'), JSON.stringify({ ...result, name: 'Another' }));
    const args = ['--markets', 'hidden', '--tables', 'team', '--compare', 'b.json'];

    expect((await run('bench-tool.ts', args, home)).out).toContain('compared with Another: this tool minus that one');
  });

  it('are under the rules that the command says, and are not compared with a result of other rules', async () => {
    const args = ['--markets', 'hidden', '--tables', 'team', '--rules', 'open', '--compare', 'r.json'];
    const { code, out, said } = await run('bench-tool.ts', args, home);

    expect(result.rules).toBe('closed');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toMatch(/^r\.json:1:1 bench\.other-rules .+ rules closed, .+ rules open\./);
  });

  it('are not written over a result', async () => {
    const before = readFileSync(join(home, 'r.json'), 'utf8');
    const { code, said } = await run('bench-table.ts', ['--out', 'r.json', 'r.json'], home);

    expect(code).toBe(2);
    expect(said).toContain('--out r.json: this is the name of no page');
    expect(readFileSync(join(home, 'r.json'), 'utf8')).toBe(before);
  });

  it('are refused beside results of another bench, and nothing is written', async () => {
    writeFileSync(join(home, 'old.json'), JSON.stringify({ ...result, bench: { ...result.bench, version: 9 } }));
    const { code, said } = await run('bench-table.ts', ['--out', 'no.html', 'r.json', 'old.json'], home);

    expect(code).toBe(1);
    expect(said).toContain('old.json:1:1 bench.other-bench This file belongs to checkathon-bench 9');
    expect(readdirSync(home)).not.toContain('no.html');
  });
});
