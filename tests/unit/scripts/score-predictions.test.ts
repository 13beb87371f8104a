import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PredictionReport } from '#core/prediction/schemas.ts';
import { aFolder, run } from './a-command.ts';

/** Thirty networks of two ads and thirty people with one each; the last card is withheld. */
const TRUTH = Array.from({ length: 90 }, (_, n) => {
  const network = n < 60;
  return {
    ad: String(n).padStart(4, '0'),
    actor: network ? `actor-${Math.floor(n / 2)}` : `actor-${n}`,
    control: network ? 'controlled' : 'none',
    labels: network ? [{ indicator: 'same-room', kind: 'sign', at: 'f:room', peers: [], why: 'One room.' }] : [],
    possibleMinor: n === 89,
    groups: { language: n % 2 === 0 ? 'Orlish' : 'Kelvic' },
  };
});
const HEAD = { schema: 'ground-truth/3', synthetic: true, marketId: '0123456789abcdef', seed: '1' };
const ROWS = TRUTH.slice(0, 89).map(
  ({ ad, actor }, n) => `${ad},${n < 60 ? 0.9 : 0.2},${actor},${n < 60 ? 'same-room' : ''}`,
);
const HEADER = 'ad,probability,cluster,indicators';
const csv = (rows: readonly string[] = ROWS, header = HEADER) => `${[header, ...rows].join('\n')}\n`;

/** What the truth of a generated market says of an ad, with the likelihood ratio of all that it shows. */
interface WeighedAd {
  readonly ad: string;
  readonly possibleMinor: boolean;
  readonly ratio: number;
}
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as WeighedAd);

/** A folder with a truth and predictions. */
function aTask(predictions: string | Uint8Array, truth: object = { ...HEAD, ads: TRUTH }): string {
  const home = aFolder();
  writeFileSync(join(home, 'ground-truth.json'), JSON.stringify(truth));
  writeFileSync(join(home, 'p.csv'), predictions);
  return home;
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

describe('a user who scores a tool', { timeout: 60_000 }, () => {
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

  it('reads beside the gap of each attribute what chance alone would do', async () => {
    const others = TRUTH.map((ad, n) => ({ ...ad, actor: `actor-${n}`, control: n % 9 === 0 ? 'controlled' : 'none' }));
    const flagging = (isFlagged: (n: number) => boolean) =>
      csv(
        others.slice(0, 89).map(({ ad }, n) => `${ad},${isFlagged(n) ? 0.9 : 0.2}`),
        'ad,probability',
      );
    const [partial, even] = await Promise.all(
      [(n: number) => n % 2 === 0, (n: number) => n % 4 < 2].map((isFlagged) =>
        score(aTask(flagging(isFlagged), { ...HEAD, ads: others })),
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

  it('gets the same from a folder in which the truth stands in shards', async () => {
    const home = aTask(csv());
    mkdirSync(join(home, 'market'));
    writeFileSync(join(home, 'market', 'ground-truth.json'), JSON.stringify(HEAD));
    [TRUTH.slice(0, 50), TRUTH.slice(50)].forEach((ads, n) => {
      const lines = ads.map((ad) => `${JSON.stringify(ad)}\n`);
      writeFileSync(join(home, 'market', `ground-truth-00${n}.ndjson`), lines.join(''));
    });

    const [whole, shards] = await Promise.all([
      score(home, '--json'),
      run('score-predictions.ts', ['--truth', 'market', '--predictions', 'p.csv', '--json'], home),
    ]);

    expect(shards).toEqual(whole);
    expect(whole.code).toBe(0);
  });

  it('may use a truth that an earlier version wrote, which knows no groups', async () => {
    const ads = TRUTH.map(({ groups: _, ...row }) => row);
    const { code, out } = await score(aTask(csv(), { ...HEAD, schema: 'ground-truth/1', ads }), '--json');

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
    const rows = [...ROWS.slice(0, 87), ROWS[3] ?? '', '9999,0.5,,same-rom'];
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

describe('the predictions of who weighs every sign as the generator does', { timeout: 60_000 }, () => {
  it.each([
    ['a market in one document', ['--preset', 'practice'], 150, 'ground-truth.json'],
    ['a market in shards', ['--ads', '10000'], 10_000, 'ground-truth-000.ndjson'],
  ])('are worth much in %s, and one constant nothing', async (_, size, ads, shard) => {
    const home = aFolder();
    const order = ['--profile', 'BUY', ...size, '--prevalence', 'PRACTICE', '--seed', 't', '--out', 'market'];
    expect(await run('generate-market.ts', order, home)).toMatchObject({ code: 0, said: '' });
    const textOf = (name: string) => readFileSync(join(home, 'market', 'secret', name), 'utf8');
    const head = JSON.parse(textOf('ground-truth.json')) as { prevalence: number; ads?: WeighedAd[] };
    const weighed = (head.ads ?? linesOf(textOf(shard))).filter(({ possibleMinor }) => !possibleMinor);
    const prior = head.prevalence / (1 - head.prevalence);
    const ideal = weighed.map(({ ad, ratio }) => `${ad},${1 - 1 / (1 + prior * ratio)}`);
    writeFileSync(join(home, 'ideal.csv'), csv(ideal, 'ad,probability'));
    const constant = weighed.map(({ ad }) => `${ad},${head.prevalence}`);
    writeFileSync(join(home, 'constant.csv'), csv(constant, 'ad,probability'));

    const [best, blind] = await Promise.all(
      ['ideal.csv', 'constant.csv'].map((name) =>
        run('score-predictions.ts', ['--truth', 'market', '--predictions', name, '--json'], home),
      ),
    );

    const { counts, figures, bias } = reportOf(best?.out ?? '');
    expect(best?.said).toBe('');
    expect(counts).toMatchObject({ ads, scored: weighed.length, missing: 0, unknown: 0 });
    // In 150 ads few actors are sought, so the intervals are wide.
    const isLarge = ads > 1000;
    expect(figures.auc?.[isLarge ? 'low' : 'value']).toBeGreaterThan(0.85);
    expect(figures['average-precision']?.[isLarge ? 'low' : 'value']).toBeGreaterThan(2 * head.prevalence);
    expect(figures['brier-skill']?.value).toBeGreaterThan(0);
    expect(bias.map(({ attribute }) => attribute).sort()).toEqual(['gender', 'language', 'origin']);
    const flat = reportOf(blind?.out ?? '').figures;
    expect(flat.auc?.value).toBe(0.5);
    expect(flat['average-precision']?.value).toBeLessThan(1.2 * head.prevalence);
  });
});

describe('predictions that cannot be scored', { timeout: 60_000 }, () => {
  it('are refused with all their faults at once, each with its row', async () => {
    const rows = ROWS.with(0, '0000,high,,')
      .with(1, '0001,1.5,,')
      .with(2, '0002,"0,5",,')
      .with(3, ',0.5,,')
      .slice(0, 80);
    const { code, out, said } = await score(aTask(csv([...rows, '0010,0.1,,'])));

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(issuesOf(said)).toEqual([
      ['p.csv', '2', 'prediction.not-a-number'],
      ['p.csv', '3', 'prediction.out-of-range'],
      ['p.csv', '4', 'prediction.decimal-comma'],
      ['p.csv', '5', 'prediction.no-ad'],
      ['p.csv', '82', 'prediction.contradiction'],
      ['p.csv', '1', 'prediction.too-many-missing'],
    ]);
    expect(said).toContain('Row 82 says something else of the ad "0010" than row 12.');
    expect(said).toContain('10 of 89 ads have no row.');
  });

  it.each([
    ['another delimiter', csv().replaceAll(',', ';'), 'csv.delimiter', 'This file seems to use ;'],
    ['no probability', csv(ROWS, 'ad,probabilty,cluster,indicators'), 'prediction.no-column', 'probability, p, score'],
    ['an open quotation mark', csv(['"0000,1,,', ...ROWS]), 'csv.quotes', 'Row 2 '],
    ['uneven rows', csv([...ROWS, '0000']), 'csv.cells', 'Row 91 has 1 cells and the header has 4.'],
    ['other ads only', csv(['9999,0.5,,']), 'prediction.no-match', 'No row names an ad'],
    ['too few ads', csv(ROWS.slice(5)), 'prediction.too-many-missing', '5 of 89 ads have no row.'],
    ['no rows', '', 'csv.empty', 'no rows'],
  ])('because of %s are named in words', async (_, predictions, issue, words) => {
    const { code, out, said } = await score(aTask(predictions));

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toContain(` ${issue} `);
    expect(said).toContain(words);
    expect(said).not.toMatch(/\n +at |\{\w+\}/);
  });

  it.each([
    ['a market', { schema: 'market/1', ads: [] }, ['ground-truth.json', '1', 'truth.other-document']],
    ['a head without shards', HEAD, ['ground-truth.json', '1', 'truth.no-ads']],
    ['a broken entry', { ...HEAD, ads: [{ ad: '0000' }] }, ['ground-truth.json', '1', 'truth.row']],
    ['an ad twice', { ...HEAD, ads: [TRUTH[0], TRUTH[0]] }, ['ground-truth.json', '1', 'truth.ad-twice']],
  ])('because the truth is %s are refused, beside their own faults', async (_, truth, issue) => {
    const { code, said } = await score(aTask('', truth));

    expect(code).toBe(1);
    expect(issuesOf(said)).toEqual([issue, ['p.csv', '1', 'csv.empty']]);
  });

  it('because a shard is missing or torn are refused with its line', async () => {
    const home = aTask(csv(), HEAD);
    writeFileSync(join(home, 'ground-truth-000.ndjson'), `${JSON.stringify(TRUTH[0])}\n{"ad": "00`);
    writeFileSync(join(home, 'ground-truth-002.ndjson'), `${JSON.stringify(TRUTH[1])}\n`);

    const { code, said } = await score(home);

    expect(code).toBe(1);
    expect(issuesOf(said)).toEqual([
      ['ground-truth-002.ndjson', '1', 'truth.shard-gap'],
      ['ground-truth-000.ndjson', '2', 'truth.json'],
    ]);
    expect(said).toContain('The shard with the number 1 is missing.');
  });
});

describe('arguments of score-predictions', { timeout: 60_000 }, () => {
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
