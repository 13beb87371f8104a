import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PredictionReport } from '#bench/predictions/model/schemas.ts';
import { aFolder, run } from './a-command.ts';

/** Thirty networks of two ads and thirty people with one each; the last card is withheld. */
const TRUTH = Array.from({ length: 90 }, (_, n) => {
  const network = n < 60;
  return {
    ad: `ad-${String(n).padStart(4, '0')}`,
    actor: network ? `actor-${Math.floor(n / 2)}` : `actor-${n}`,
    control: network ? 'controlled' : 'none',
    labels: network ? [{ indicator: 'same-room', kind: 'sign', at: 'f:room', peers: [], why: 'One room.' }] : [],
    possibleMinor: n === 89,
    groups: { language: n % 2 === 0 ? 'Orlish' : 'Kelvic' },
  };
});
const HEAD = { schema: 'ground-truth/4', synthetic: true, marketId: '0123456789abcdef', seed: '1' };
const linesOf = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
/** A header that names one file for each list of ads. */
const headOf = (...parts: readonly (readonly object[])[]) => ({
  ...HEAD,
  files: parts.map((rows, n) => ({ path: `ground-truth-00${n}.ndjson`, kind: 'ground-truth', rows: rows.length })),
});
const ROWS = TRUTH.slice(0, 89).map(
  ({ ad, actor }, n) => `${ad},${n < 60 ? 0.9 : 0.2},${actor},${n < 60 ? 'same-room' : ''}`,
);
const HEADER = 'ad,probability,cluster,indicators';
const csv = (rows: readonly string[] = ROWS, header = HEADER) => `${[header, ...rows].join('\n')}\n`;

/** A folder with a truth, in one file for each list of ads, and predictions. */
function aTask(predictions: string | Uint8Array, ...parts: readonly (readonly object[])[]): string {
  const home = aFolder();
  writeTruth(home, parts.length > 0 ? parts : [TRUTH]);
  writeFileSync(join(home, 'p.csv'), predictions);
  return home;
}
function writeTruth(folder: string, parts: readonly (readonly object[])[]): void {
  writeFileSync(join(folder, 'ground-truth.json'), JSON.stringify(headOf(...parts)));
  parts.forEach((rows, n) => {
    writeFileSync(join(folder, `ground-truth-00${n}.ndjson`), linesOf(rows));
  });
}
const FILES = ['--truth', 'ground-truth.json', '--predictions', 'p.csv'];
const score = (home: string, ...more: string[]) => run('score-predictions.ts', [...FILES, ...more], home);
const reportOf = (out: string) => JSON.parse(out) as PredictionReport;
/** Codes and lines of the issues that a command printed. */
const issuesOf = (said: string) =>
  said
    .trim()
    .split('\n')
    .map((line) => /^(\S+?):(\d+):\d+ (\S+) /.exec(line)?.slice(1));

describe('a user who scores a tool', () => {
  it('gets every figure with its interval', async () => {
    const { code, out, said } = await score(aTask(csv()), '--json');

    const { schema, marketId, counts, figures, bias, notes } = reportOf(out);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect({ schema, marketId, notes }).toEqual({ schema: 'prediction-report/2', marketId: HEAD.marketId, notes: [] });
    expect(counts).toMatchObject({
      ads: 90,
      withheld: 1,
      scored: 89,
      missing: 0,
      controlled: 60,
      controlledActors: 30,
    });
    expect(Object.keys(figures)).toHaveLength(15);
    expect(figures.auc).toMatchObject({ value: 1, high: 1, n: 89 });
    expect(figures.auc?.low).toBeGreaterThan(0.8);
    expect(figures.auc?.low).toBeLessThan(1);
    expect(figures['cluster-ari']?.value).toBe(1);
    expect(bias).toMatchObject([{ attribute: 'language', gap: { value: 0 }, byChance: { median: 0, high: 0 } }]);
  });

  it('reads them in a table', async () => {
    const { code, out } = await score(aTask(csv()));

    expect(code).toBe(0);
    expect(out).toContain('SYNTHETIC TRAINING MATERIAL, market 0123456789abcdef\n89 of 90 ads scored');
    expect(out).toMatch(/\n {2}sensitivity +1\.000 {2}0\.8\d\d {2}1\.000 +60\n/);
    expect(out).toMatch(/\n {2}adjusted Rand +1\.000 /);
    for (const line of out.split('\n')) expect(line).not.toContain('undefined');
  });

  it('gets the same with rows about withheld cards, whatever they say', async () => {
    const without = await score(aTask(csv()), '--json');

    expect(await score(aTask(csv([...ROWS, 'ad-0089,nan,,', 'ad-0089,7,,no-such-sign'])), '--json')).toEqual(without);
  });

  it('reads beside the gap of each attribute what chance alone would do', async () => {
    const others = TRUTH.map((ad, n) => ({ ...ad, actor: `actor-${n}`, control: n % 9 === 0 ? 'controlled' : 'none' }));
    const flagging = (isFlagged: (n: number) => boolean) =>
      csv(
        others.slice(0, 89).map(({ ad }, n) => `${ad},${isFlagged(n) ? 0.9 : 0.2}`),
        'ad,probability',
      );
    const [partial, even] = await Promise.all(
      [(n: number) => n % 2 === 0, (n: number) => n % 4 < 2].map((isFlagged) =>
        score(aTask(flagging(isFlagged), others)),
      ),
    );

    const sentence = /\nby chance the gap would be up to (0\.\d{3}) in 95 of 100 markets, and up to (0\.\d{3}) in 50\n/;
    const [, high, median] = sentence.exec(partial?.out ?? '') ?? [];
    expect(Number(high)).toBeGreaterThan(Number(median));
    expect(Number(high)).toBeLessThan(0.2);
    expect(partial?.out).toMatch(/ in 50\nthis gap is larger than that\n {2}gap +0\.\d{3}/);
    expect(even?.out).toMatch(sentence);
    expect(even?.out).toMatch(/ in 50\nthis gap is within chance\n {2}gap +0\.\d{3}/);
  });

  it('gets the same from a folder in which the truth stands in several files', async () => {
    const home = aTask(csv());
    mkdirSync(join(home, 'market'));
    writeTruth(join(home, 'market'), [TRUTH.slice(0, 50), TRUTH.slice(50)]);

    const [whole, parts] = await Promise.all([
      score(home, '--json'),
      run('score-predictions.ts', ['--truth', 'market', '--predictions', 'p.csv', '--json'], home),
    ]);

    expect(parts).toEqual(whole);
    expect(whole.code).toBe(0);
  });

  it('may use a truth that knows no groups', async () => {
    const ads = TRUTH.map(({ groups: _, ...row }) => row);
    const { code, out } = await score(aTask(csv(), ads), '--json');

    expect(code).toBe(0);
    expect(reportOf(out)).toMatchObject({ figures: { auc: { value: 1 } }, bias: [] });
    expect(reportOf(out).notes.map((note) => note.code)).toEqual(['prediction.no-groups']);
  });

  it('chooses the threshold and what becomes of ads without a row', async () => {
    const { code, out } = await score(
      aTask(csv(ROWS.slice(0, 70))),
      '--threshold',
      '0.1',
      '--missing',
      'zero',
      '--json',
    );

    expect(code).toBe(0);
    expect(reportOf(out)).toMatchObject({
      threshold: 0.1,
      counts: { scored: 89, missing: 19 },
      confusion: { hits: 60, misses: 0, falseAlarms: 10, correctRejections: 19 },
    });
  });

  it('hears of tolerated problems', async () => {
    const rows = [...ROWS.slice(0, 87), ROWS[3] ?? '', 'ad-9999,0.5,,same-rom'];
    const { code, out } = await score(aTask(`\uFEFF${csv(rows)}`), '--json');

    const { notes, counts } = reportOf(out);
    expect(code).toBe(0);
    expect(counts).toMatchObject({ scored: 87, missing: 2, unknown: 1 });
    expect(notes.map((note) => [note.code, note.params.rows])).toEqual([
      ['csv.byte-order-mark', undefined],
      ['prediction.unknown-sign-near', '90'],
      ['prediction.repeated-rows', '89'],
      ['prediction.unknown-ads', '90'],
      ['prediction.missing-ads', undefined],
    ]);
    for (const note of notes) expect(note.text).toMatch(/^p\.csv:1:1 \S+ [A-Z"\d].+\.$/);
  });
});

describe('predictions that cannot be scored', () => {
  it('are refused with all their faults at once, each with its row', async () => {
    const rows = ROWS.with(0, 'ad-0000,high,,')
      .with(1, 'ad-0001,1.5,,')
      .with(2, 'ad-0002,"0,5",,')
      .with(3, ',0.5,,')
      .slice(0, 80);
    const { code, out, said } = await score(aTask(csv([...rows, 'ad-0010,0.1,,'])));

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(issuesOf(said)).toEqual([
      ['p.csv', '2', 'prediction.not-a-number'],
      ['p.csv', '3', 'prediction.out-of-range'],
      ['p.csv', '4', 'prediction.decimal-comma'],
      ['p.csv', '5', 'prediction.no-ad'],
      ['p.csv', '82', 'prediction.contradiction'],
      ['p.csv', '1', 'prediction.too-many-missing'],
    ]);
    expect(said).toContain('Row 82 says something else of the ad "ad-0010" than row 12.');
    expect(said).toContain('10 of 89 ads have no row.');
  });

  it.each([
    ['another delimiter', csv().replaceAll(',', ';'), 'csv.delimiter', 'This file seems to use ;'],
    ['no probability', csv(ROWS, 'ad,probabilty,cluster,indicators'), 'prediction.no-column', 'probability, p, score'],
    ['an open quotation mark', csv(['"0000,1,,', ...ROWS]), 'csv.quotes', 'Row 2 '],
    ['uneven rows', csv([...ROWS, '0000']), 'csv.cells', 'Cells in row 91: 1, and in the header: 4.'],
    ['other ads only', csv(['ad-9999,0.5,,']), 'prediction.no-match', 'No row names an ad'],
    ['too few ads', csv(ROWS.slice(5)), 'prediction.too-many-missing', '5 of 89 ads have no row.'],
    ['no rows', '', 'csv.empty', 'no rows'],
    ['ids without letter', csv(ROWS.map((row) => row.slice(3))), 'prediction.id-as-number', 'write "ad-0000"'],
    ['ids as numbers', csv(ROWS.map((row, n) => `${n}${row.slice(7)}`)), 'prediction.id-as-number', 'write "ad-0000"'],
    ['ids as decimals', csv(ROWS.map((row, n) => `${n}.0${row.slice(7)}`)), 'prediction.id-as-number', 'as text'],
    ['JSON', '[{"ad":"ad-0000","probability":1}]', 'csv.json', 'Write CSV'],
    ['JSON in lines after a mark', '\uFEFF {"ad":"ad-0000","probability":1}\n', 'csv.json', 'to_csv'],
    ['Parquet', Buffer.from('PAR1\x15\x04\xff\x00', 'latin1'), 'csv.parquet', 'read_parquet'],
  ])('because of %s are named in words', async (_, predictions, issue, words) => {
    const { code, out, said } = await score(aTask(predictions));

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toContain(` ${issue} `);
    expect(said).toContain(words);
    expect(said).not.toMatch(/\n +at |\{\w+\}/);
  });

  it.each([
    ['a market', { schema: 'market/2', files: [] }, 'truth.public-half'],
    ['another document', { schema: 'moderation/1' }, 'truth.other-document'],
    ['a header without files', { ...HEAD, files: [] }, 'truth.no-ads'],
    ['one of an earlier version', { ...HEAD, schema: 'ground-truth/3', ads: TRUTH }, 'market.earlier-version'],
    [
      'a header that leads out of its folder',
      { ...HEAD, files: [{ path: '../ground-truth-000.ndjson', kind: 'ground-truth', rows: 1 }] },
      'truth.no-ads',
    ],
  ])('because the truth is %s are refused, beside their own faults', async (_, truth, issue) => {
    const home = aTask('');
    writeFileSync(join(home, 'ground-truth.json'), JSON.stringify(truth));
    const { code, said } = await score(home);

    expect(code).toBe(1);
    expect(issuesOf(said)).toEqual([
      ['ground-truth.json', '1', issue],
      ['p.csv', '1', 'csv.empty'],
    ]);
  });

  it.each([
    ['a broken line', [{ ad: 'ad-0000' }], ['ground-truth-000.ndjson', '1', 'truth.row']],
    ['an ad twice', [TRUTH[0] ?? {}, TRUTH[0] ?? {}], ['ground-truth-000.ndjson', '2', 'truth.ad-twice']],
  ])('because the truth has %s are refused, beside their own faults', async (_, rows, issue) => {
    const { code, said } = await score(aTask('', rows));

    expect(code).toBe(1);
    expect(issuesOf(said)).toEqual([issue, ['p.csv', '1', 'csv.empty']]);
  });

  it('because a file of the truth is torn, short or missing are refused with its line', async () => {
    const home = aTask(csv(), TRUTH.slice(0, 2), TRUTH.slice(2, 4), TRUTH.slice(4));
    writeFileSync(join(home, 'ground-truth-000.ndjson'), `${JSON.stringify(TRUTH[0])}\n{"ad": "00`);
    writeFileSync(join(home, 'ground-truth-001.ndjson'), linesOf(TRUTH.slice(2, 3)));
    rmSync(join(home, 'ground-truth-002.ndjson'));

    const { code, said } = await score(home);

    expect(code).toBe(1);
    expect(issuesOf(said)).toEqual([
      ['ground-truth-000.ndjson', '2', 'truth.json'],
      ['ground-truth-001.ndjson', '1', 'truth.other-rows'],
      ['ground-truth-002.ndjson', '1', 'file.missing'],
    ]);
    expect(said).toContain('ground-truth-001.ndjson: 1; ground-truth.json says 2.');
  });

  it('because they have more than 400 MB are named and not read', async () => {
    const home = aTask('');
    // The file has no blocks on the disk: to read it would take as many bytes of memory.
    truncateSync(join(home, 'p.csv'), 400_000_001);
    const before = process.memoryUsage().arrayBuffers;

    const { code, said } = await score(home);

    expect(code).toBe(1);
    expect(issuesOf(said)).toEqual([['p.csv', '1', 'csv.too-large']]);
    expect(said).toContain('Leave out columns');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });
});

describe('arguments of score-predictions', () => {
  it('are explained', async () => {
    const { code, out, said } = await run('score-predictions.ts', ['--help']);

    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatch(/^Usage: npm run -s score-predictions .+\n[A-Z]/);
  });

  it.each([
    [[], '--truth is missing'],
    [['--truth', 'ground-truth.json'], '--predictions is missing'],
    [['--truth', 'nowhere', '--predictions', 'p.csv'], '--truth nowhere'],
    [['--truth', 'ground-truth.json', '--predictions', 'nowhere.csv'], '--predictions nowhere.csv'],
    [[...FILES, '--threshold', '50'], '--threshold 50'],
    [[...FILES, '--threshold', ''], '--threshold'],
    [[...FILES, '--missing', 'one'], '--missing one'],
    [[...FILES, '--treshold', '1'], '--treshold'],
    [[...FILES, '--moderation', 'p.csv'], '--moderation belongs to the findings of a team'],
  ])('%j are refused with 2', async (args, named) => {
    const { code, out, said } = await run('score-predictions.ts', args, aTask(csv()));

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said.split('\n')[0]).toContain(named);
    expect(said).toContain('Usage: ');
  });
});
