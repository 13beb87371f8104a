import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARES_TELL } from '#market/documents/model/share-schemas.ts';
import { run } from './a-command.ts';

/** Five districts: the smallest market that is written in shares. */
const ORDER = ['--profile', 'TPC', '--ads', '10000', '--seed', 'shares'];
const SHARES = ['0-1', '2-2', '3-4'];
const home = mkdtempSync(join(tmpdir(), 'checkathon-shares-'));
const generate = (out: string, ...more: readonly string[]) =>
  run('generate-market.ts', [...ORDER, ...more, '--out', out], home);
const joinInto = (out: string, ...more: readonly string[]) => run('join-shares.ts', ['--out', out, ...more], home);

/** Every file below a folder with its bytes. */
const filesIn = (folder: string) =>
  new Map(
    readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(join(home, folder), path), readFileSync(path)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

beforeAll(async () => {
  for (const share of SHARES) {
    const { code, said, out } = await generate(share, '--districts', share);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toContain(SHARES_TELL);
  }
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a user who writes a market in shares', () => {
  it('joins them into the files that one call writes', async () => {
    await generate('whole', '--formats', 'csv,parquet');

    const { code, out, said } = await joinInto('joined', '--formats', 'parquet,csv', '3-4', '0-1', '2-2');

    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatch(/^10000 ads in 3 shares, market [0-9a-f]{16}\n/);
    const [whole, joined] = [filesIn('whole'), filesIn('joined')];
    expect([...joined.keys()]).toEqual([...whole.keys()]);
    expect([...whole].filter(([file, bytes]) => !joined.get(file)?.equals(bytes)).map(([file]) => file)).toEqual([]);
  });

  it('lists their files without joining them, each by a path that leads to it', async () => {
    const { code } = await joinInto('listed', '--list', ...SHARES);

    expect(code).toBe(0);
    expect([...filesIn('listed').keys()]).toEqual(['public/manifest.json', 'secret/manifest.json']);
    for (const half of ['public', 'secret']) {
      const folder = join(home, 'listed', half);
      const list = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
        note: string;
        files: { path: string; kind: string; rows: number; bytes: number }[];
      };
      const ads = list.files.filter(({ kind }) => kind === (half === 'public' ? 'ads' : 'ground-truth'));
      expect(list.note).toBe(SHARES_TELL);
      expect(ads.reduce((sum, { rows }) => sum + rows, 0)).toBe(10_000);
      for (const { path, bytes } of list.files) expect(readFileSync(join(folder, path)).length).toBe(bytes);
    }
  });

  it('is told which share is damaged, lacks its manifest, or is missing, and gets no market', async () => {
    cpSync(join(home, '2-2'), join(home, 'damaged'), { recursive: true });
    const file = join(home, 'damaged', 'public', 'ads-000.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"title":"', '"title":'));
    cpSync(join(home, '2-2'), join(home, 'bare'), { recursive: true });
    rmSync(join(home, 'bare', 'share.json'));
    cpSync(join(home, '2-2'), join(home, 'foreign'), { recursive: true });
    writeFileSync(join(home, 'foreign', 'share.json'), '{"schema": "market/2"}');

    cpSync(join(home, '2-2'), join(home, 'torn'), { recursive: true });
    rmSync(join(home, 'torn', 'public', 'ads-000.ndjson'));
    const actors = readdirSync(join(home, 'torn', 'secret')).find((name) => name.startsWith('actors-')) as string;
    rmSync(join(home, 'torn', 'secret', actors));
    mkdirSync(join(home, 'torn', 'secret', actors));
    const ended = [
      await joinInto('no', '0-1', 'damaged', '3-4'),
      await joinInto('no', '0-1', 'bare', '3-4'),
      await joinInto('no', '0-1', 'foreign', '3-4'),
      await joinInto('no', '0-1', '3-4'),
      await joinInto('no', '0-1', 'torn', '3-4'),
    ];

    expect(ended.map(({ code, said }) => [code, said.split(' ').slice(0, 2).join(' ')])).toEqual([
      [1, 'damaged/public/ads-000.ndjson:1:1 share.other-bytes'],
      [1, 'bare/share.json:1:1 share.missing'],
      [1, 'foreign/share.json:1:1 share.manifest'],
      [1, '3-4/share.json:1:1 share.gap'],
      [1, 'torn/public/ads-000.ndjson:1:1 share.missing'],
    ]);
    expect(ended[4]?.said.split('\n')[1]).toMatch(/^torn\/secret\/actors-\d+\.ndjson:1:1 share\.missing/);
    expect(ended[3]?.said).toContain('--districts 2-2');
    expect(readdirSync(home)).not.toContain('no');
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'share.no-json'],
    ['bytes that are no text', '\u0000\u0001\ufffd', 'share.no-json'],
    ['brackets without end', '['.repeat(300_000), 'share.no-json'],
    ['a list', '[]', 'share.manifest'],
    ['of a newer kit', '{"schema":"market-share/2","extra":1}', 'share.other-schema'],
    ['more than a manifest ever has', ' '.repeat(4_000_001), 'file.too-large'],
    ['a field that a manifest has not', '{"schema":"market-share/1","extra":1}', 'share.manifest'],
  ])('is told so in a few words where share.json is %s', async (_, content, fault) => {
    const hostile = join(home, 'hostile');
    rmSync(hostile, { recursive: true, force: true });
    mkdirSync(hostile);
    writeFileSync(join(hostile, 'share.json'), content);

    const { code, said } = await joinInto('no', 'hostile', '2-2');

    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^hostile/share\\.json:1:1 ${fault.replace('.', '\\.')} [^\\n]{10,200}\\n$`));
  });

  it.each([
    ['behind the last district', ['--districts', '4-5'], 'districts 0-4'],
    ['that end before they begin', ['--districts', '2-1'], 'districts 0-4'],
    ['that are no numbers', ['--districts', 'all'], 'districts 0-4'],
    ['for assessment', ['--districts', '0-1', '--assessment'], '--assessment'],
    ['with tables', ['--districts', '0-1', '--formats', 'csv'], '--formats to join-shares'],
    ['with test cards', ['--districts', '0-1', '--moderation'], '--moderation'],
  ])('is refused districts %s', async (_, more, said) => {
    const order = more.includes('--assessment') ? ORDER.slice(0, 4) : ORDER;
    const ended = await run('generate-market.ts', [...order, ...more, '--out', 'no'], home);

    expect(ended.code).toBe(2);
    expect(ended.said.split('\n')[0]).toContain(said);
  });

  it.each([
    ['a million ads and one in one call', ['--ads', '1000001'], 'Give --districts'],
    ['more ads than there are numbers for', ['--ads', '200000001', '--districts', '0-1'], '200000000'],
    ['a share of more than a million', ['--ads', '200000000', '--districts', '0-500'], 'at most 1000000'],
    ['shares of a small market', ['--ads', '9999', '--districts', '0-1'], '10000'],
  ])('is refused %s', async (_, more, said) => {
    const ended = await run('generate-market.ts', ['--profile', 'TPC', '--seed', 's', ...more, '--out', 'no'], home);

    expect(ended.code).toBe(2);
    expect(ended.said.split('\n')[0]).toContain(said);
  });

  it.each(['2-2', '2-2/public'])('may not write the market to %s, over a share', async (out) => {
    const { code, said } = await joinInto(out, ...SHARES);

    expect([code, said.split('\n')[0]]).toEqual([
      2,
      `--out ${out}: this is in the folder of a share. Give another folder.`,
    ]);
  });

  it('keeps no data file of an earlier market, and every other file', async () => {
    await generate('used', '--formats', 'csv');
    writeFileSync(join(home, 'used', 'public', 'notes.txt'), 'mine');

    const { out } = await run(
      'generate-market.ts',
      ['--profile', 'BUY', '--preset', 'mini', '--seed', 's', '--out', 'used'],
      home,
    );

    expect(out).toMatch(/earlier market that were in this folder and are removed: \d+\n/);
    const files = [...filesIn('used').keys()].filter((file) => /\d{3}\.\w+$|notes/.test(file));
    expect(files.filter((file) => !file.startsWith('secret'))).toEqual([
      'public/ads-000.ndjson',
      'public/notes.txt',
      'public/records-000.ndjson',
    ]);
  });
});
