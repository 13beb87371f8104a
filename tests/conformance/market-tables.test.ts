import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdTruth } from '#market/ads/model/ground-truth.ts';
import type { Ad } from '#market/ads/model/market.ts';
import type { MarketHeader } from '#market/documents/model/header-schemas.ts';
import { aMarket } from '../support/builders/a-market.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { callCommand } from '../support/call-command.ts';
import { inFull } from '../support/in-full.ts';

/** A Parquet file with several row groups; in full also several files. */
const ADS = inFull(10_500, 1_200);
const ORDER = ['--profile', 'BUY', '--ads', String(ADS), '--prevalence', 'FIELD', '--seed', 'tables'];

const home = mkdtempSync(join(tmpdir(), 'checkathon-tables-'));
let duck: DuckDBConnection;
beforeAll(async () => {
  const args = [...ORDER, '--formats', 'csv,parquet', '--out', 'market'];
  expect(await callCommand('generate-market.ts', args, home)).toMatchObject({ code: 0, said: '' });
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  await duck.run(`SET file_search_path = '${join(home, 'market')}'; SET TimeZone = 'UTC'`);
});
afterAll(() => {
  duck.closeSync();
  rmSync(home, { recursive: true, force: true });
});

const rows = async (query: string) => (await duck.runAndReadAll(query)).getRowsJson();

/** The same view of each format: a list is a list in lines and in Parquet, and a text with semicolons in CSV. */
const FORMATS = {
  ndjson: {
    ads: "SELECT id, site, fields.phone AS phone, postedAt::TIMESTAMPTZ AS posted, renewals, len(sentenceEnds) AS sentences, text, withheld IS NOT NULL AS closed FROM read_json('public/ads-*.ndjson', sample_size = -1)",
    records:
      "SELECT id, len(records.phones) AS phones, len(records.ledger) AS payments, list_sum(list_transform(records.ledger, lambda one: one.sim)) AS sim, records.renewals.byTool AS tool FROM read_json('public/records-*.ndjson', sample_size = -1)",
    truth:
      "SELECT ad, control, ratio, len(labels) AS labels, possibleMinor AS minor FROM read_json('secret/ground-truth-*.ndjson', sample_size = -1)",
  },
  csv: {
    ads: "SELECT id, site, phone, posted_at::TIMESTAMPTZ AS posted, renewals, CASE WHEN sentence_ends IS NULL THEN 0 ELSE len(string_split(sentence_ends, ';')) END AS sentences, coalesce(text, '') AS text, withheld AS closed FROM read_csv('public/ads-*.csv', sample_size = -1)",
    records:
      "SELECT id, len(string_split(phones, ';')) AS phones, len(string_split(ledger_sim, ';')) AS payments, list_sum(string_split(ledger_sim, ';')::DOUBLE[]) AS sim, renewals_by_tool AS tool FROM read_csv('public/records-*.csv', sample_size = -1)",
    truth:
      "SELECT ad, control, ratio, CASE WHEN label_kinds IS NULL THEN 0 ELSE len(string_split(label_kinds, ';')) END AS labels, possible_minor AS minor FROM read_csv('secret/ground-truth-*.csv', sample_size = -1)",
  },
  parquet: {
    ads: "SELECT id, site, phone, posted_at AS posted, renewals, len(sentence_ends) AS sentences, text, withheld AS closed FROM 'public/ads-*.parquet'",
    records:
      "SELECT id, len(phones) AS phones, len(ledger_sim) AS payments, list_sum(ledger_sim) AS sim, renewals_by_tool AS tool FROM 'public/records-*.parquet'",
    truth:
      "SELECT ad, control, ratio, len(label_kinds) AS labels, possible_minor AS minor FROM 'secret/ground-truth-*.parquet'",
  },
} as const;

/** Views with which the example begins. */
const VIEWS = 3;

/** What is asked of each format; the order of rows never depends on the file. */
const counted = async ({ ads, records, truth }: (typeof FORMATS)[keyof typeof FORMATS]) => ({
  joined: await rows(`
    SELECT control, count(*)::INT, count(records.id)::INT, sum(renewals)::INT, sum(sentences)::INT, sum(labels)::INT,
      sum(length(text))::INT, round(sum(sim))::INT, sum(phones)::INT, sum(payments)::INT, count(*) FILTER (closed)::INT
    FROM (${ads}) ads JOIN (${truth}) truth ON truth.ad = ads.id LEFT JOIN (${records}) records ON records.id = ads.id
    GROUP BY control ORDER BY control`),
  ends: await rows(
    `SELECT strftime(min(posted), '%x %X'), strftime(max(posted), '%x %X'), min(id), max(id) FROM (${ads})`,
  ),
  ratios: await rows(`SELECT ad, ratio::DOUBLE FROM (${truth}) ORDER BY ad LIMIT 40`),
  shared: await rows(`
    SELECT phone, count(*)::INT FROM (${ads}) WHERE phone LIKE '+%'
    GROUP BY phone HAVING count(*) > 2 ORDER BY phone`),
});

describe('the tables of a market', () => {
  it('give the same counts, sums and joins in all formats', async () => {
    const lines = await counted(FORMATS.ndjson);

    expect(lines.joined.length).toBeGreaterThan(2);
    expect(lines.shared.length).toBeGreaterThan(2);
    expect(await counted(FORMATS.csv)).toEqual(lines);
    expect(await counted(FORMATS.parquet)).toEqual(lines);
  });

  it('give the counts of the market in the program', async () => {
    const { market, truth } = aMarket({ size: ADS, prevalence: 'FIELD', seed: 'tables' }, { records: true });
    const adOf = new Map(market.ads.map((ad) => [ad.id, ad]));
    const sum = (of: readonly AdTruth[], count: (ad: Ad) => number) =>
      of.reduce((total, { ad }) => total + count(adOf.get(ad) as Ad), 0);
    const expected = [...new Set(truth.ads.map(({ control }) => control))].toSorted().map((control) => {
      const own = truth.ads.filter((ad) => ad.control === control);
      return [
        control,
        own.length,
        sum(own, ({ renewals }) => renewals),
        sum(own, ({ records }) => records?.ledger.length ?? 0),
      ];
    });

    const { joined } = await counted(FORMATS.parquet);
    expect(joined.map((row) => [row[0], row[1], row[3], row[9] ?? 0])).toEqual(expected);
  });

  it('have types in Parquet, with times in UTC and ids as text', async () => {
    const typeOf = new Map(
      (await rows("DESCRIBE SELECT * FROM 'public/ads-*.parquet'")).map((row) => [row[0], row[1]]),
    );

    expect(Object.fromEntries(typeOf)).toMatchObject({
      id: 'VARCHAR',
      account: 'VARCHAR',
      posted_at: 'TIMESTAMP WITH TIME ZONE',
      renewals: 'INTEGER',
      copied: 'BOOLEAN',
      sentence_ends: 'INTEGER[]',
    });
  });

  it('are read by the example for DuckDB', async () => {
    const statements = readFileSync(join(ROOT, 'examples', 'duckdb.sql'), 'utf8').split(/;\s*\n/);
    const answers: unknown[][] = [];
    for (const statement of statements.filter((text) => text.trim() !== '')) answers.push(await rows(statement));

    const [byControl = [], phones = [], payments = []] = answers.slice(VIEWS) as unknown[][][];
    expect(byControl.map(([, ads]) => Number(ads)).reduce((a, b) => a + b, 0)).toBe(ADS);
    expect(phones.length).toBeGreaterThan(0);
    expect(payments.map(([control]) => control)).toEqual(byControl.map(([control]) => control));
  });
});

interface LinkedNode {
  readonly [property: string]: unknown;
}
const CR = 'http://mlcommons.org/croissant/';
const listOf = (node: LinkedNode, property: string) => (node[property] ?? []) as LinkedNode[];
const literalOf = (node: LinkedNode, property: string) => listOf(node, property)[0]?.['@value'];

describe('croissant.json', () => {
  it('expands to a dataset of files with their hashes and record sets with fields', async () => {
    const folder = join(home, 'market', 'public');
    const document = JSON.parse(readFileSync(join(folder, 'croissant.json'), 'utf8')) as object;
    const header = JSON.parse(readFileSync(join(folder, 'market.json'), 'utf8')) as MarketHeader;
    const base = 'https://market.example/';
    const [dataset = {}] = (await jsonld.expand(document, { base })) as unknown as LinkedNode[];
    const parts = listOf(dataset, 'https://schema.org/distribution');
    const ofType = (type: string) => parts.filter((part) => (part['@type'] as string[]).includes(`${CR}${type}`));

    expect(dataset['@type']).toEqual(['https://schema.org/Dataset']);
    expect(literalOf(dataset, 'http://purl.org/dc/terms/conformsTo')).toBe('http://mlcommons.org/croissant/1.0');
    for (const required of ['name', 'description', 'license', 'url', 'creator', 'datePublished'])
      expect(listOf(dataset, `https://schema.org/${required}`)).toHaveLength(1);
    const hashOf = new Map(
      ofType('FileObject').map((file) => [
        literalOf(file, 'https://schema.org/contentUrl'),
        literalOf(file, 'https://schema.org/sha256'),
      ]),
    );
    for (const { path, sha256 } of header.files) expect(hashOf.get(path)).toBe(sha256);
    expect(hashOf.size).toBe(header.files.length + 1);

    const sets = new Set(ofType('FileSet').map((set) => set['@id']));
    for (const recordSet of listOf(dataset, `${CR}recordSet`)) {
      const fields = listOf(recordSet, `${CR}field`);
      expect(fields.length).toBeGreaterThan(20);
      for (const field of fields) {
        const [source = {}] = listOf(field, `${CR}source`);
        expect(sets).toContain(listOf(source, `${CR}fileSet`)[0]?.['@id']);
        expect(String(listOf(field, `${CR}dataType`)[0]?.['@id'])).toMatch(/^https:\/\/schema\.org\/[A-Z]/);
        expect(literalOf(field, 'https://schema.org/description')).not.toBe('');
      }
    }
  });

  it('names a path for each field that the lines have', async () => {
    const folder = join(home, 'market', 'public');
    const { recordSet } = JSON.parse(readFileSync(join(folder, 'croissant.json'), 'utf8')) as {
      recordSet: { name: string; field: { source: { extract: { jsonPath: string } } }[] }[];
    };
    for (const { name, field } of recordSet) {
      const known = new Set(field.map(({ source }) => source.extract.jsonPath));
      const found = new Set(
        readFileSync(join(folder, `${name}-000.ndjson`), 'utf8')
          .trimEnd()
          .split('\n')
          .flatMap((line) => pathsIn(JSON.parse(line), '$')),
      );
      expect([...found].filter((path) => !known.has(path))).toEqual([]);
    }
  });
});

function pathsIn(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${path}[*]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, `${path}.${name}`));
}
