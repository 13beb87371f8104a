import { createHash } from 'node:crypto';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import type { AdLine } from '#market/documents/model/ad-schemas.ts';
import { fromExportedId, toExportedId } from '#market/documents/model/exported-id.ts';
import type { MarketHeader, TruthHeader } from '#market/documents/model/header-schemas.ts';
import type { FileEntry } from '#market/documents/model/shared-schemas.ts';
import type { TruthLine } from '#market/documents/model/truth-schemas.ts';
import { ADS_PER_FILE, type FilesWanted, marketFiles } from '#market/documents/use-cases/market-files.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { anOrder } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

/** The files of a market, each put together from its parts. */
function filesOf(order: Partial<MarketOrder>, wanted: FilesWanted = {}): Map<string, Buffer> {
  const parts = new Map<string, Uint8Array[]>();
  for (const { file, bytes } of marketFiles(anOrder(order), wanted))
    parts.set(file, [...(parts.get(file) ?? []), bytes]);
  return new Map([...parts].map(([file, all]) => [file, Buffer.concat(all)]));
}

const textOf = (files: ReadonlyMap<string, Buffer>, name: string) => files.get(name)?.toString('utf8') ?? '';
const marketOf = (files: ReadonlyMap<string, Buffer>) =>
  JSON.parse(textOf(files, 'public/market.json')) as MarketHeader;
const truthOf = (files: ReadonlyMap<string, Buffer>) =>
  JSON.parse(textOf(files, 'secret/ground-truth.json')) as TruthHeader;

/** All lines of one kind, in the order of the list of the header. */
function linesOf<Line>(files: ReadonlyMap<string, Buffer>, folder: string, kind: FileEntry['kind']): Line[] {
  const { files: list } = folder === 'public' ? marketOf(files) : truthOf(files);
  return list
    .filter((entry) => entry.kind === kind && entry.path.endsWith('.ndjson'))
    .flatMap(({ path }) => textOf(files, `${folder}/${path}`).split('\n').slice(0, -1))
    .map((line) => JSON.parse(line) as Line);
}

/** The written schema of each kind of line and of both headers. */
const SCHEMA_OF = {
  'public ads': 'ad',
  'public records': 'records',
  'secret ground-truth': 'ground-truth-line',
  'secret links': 'link',
  'secret actors': 'actor',
} as const;

/** What the schema files beside a market say against its files, as an independent validator reads them. */
function faultsOf(files: ReadonlyMap<string, Buffer>): string[] {
  const ajv = new Ajv({ allErrors: true });
  const validator = (name: string) =>
    ajv.compile(JSON.parse(textOf(files, `public/schemas/${name}.schema.json`)) as object);
  const faults = (name: string, values: readonly unknown[]) => {
    const isValid = validator(name);
    return values.flatMap((value, n) => (isValid(value) ? [] : [`${name} ${n}: ${ajv.errorsText(isValid.errors)}`]));
  };
  return [
    ...faults('market', [marketOf(files)]),
    ...faults('ground-truth', [truthOf(files)]),
    ...Object.entries(SCHEMA_OF).flatMap(([place, name]) => {
      const [folder = '', kind] = place.split(' ');
      return faults(name, linesOf(files, folder, kind as FileEntry['kind']));
    }),
  ];
}

describe('the files of a market', () => {
  it.each([...LIBRARY.profiles.values()])('of $id are as the JSON Schemas beside them say', (profile) => {
    expect(faultsOf(filesOf({ profile, size: 'practice' }))).toEqual([]);
  });

  it('fail the schemas where a field is missing, has another type, or is too much', () => {
    const files = filesOf({});
    const [first = '', ...others] = textOf(files, 'public/ads-000.ndjson').split('\n');
    const planted = (change: Readonly<Record<string, unknown>>) =>
      faultsOf(
        new Map([
          ...files,
          [
            'public/ads-000.ndjson',
            Buffer.from([JSON.stringify({ ...(JSON.parse(first) as object), ...change }), ...others].join('\n')),
          ],
        ]),
      );

    expect(planted({})).toEqual([]);
    expect(planted({ title: undefined })).toEqual([expect.stringContaining("required property 'title'")]);
    expect(planted({ id: '0301' })).toEqual([expect.stringContaining('should match pattern')]);
    expect(planted({ actor: 'actor-1' })).toEqual([expect.stringContaining('additional properties')]);
    expect(planted({ fields: { shoe: '1' } })).toEqual([expect.stringContaining('additional properties')]);
  });

  it('have schemas that are closed and describe every field', () => {
    const silent: string[] = [];
    const walk = (schema: unknown, path: string) => {
      if (typeof schema !== 'object' || schema === null) return;
      const { type, properties, additionalProperties } = schema as Readonly<Record<string, unknown>>;
      if (type === 'object' && properties !== undefined && additionalProperties !== false)
        silent.push(`${path} is open`);
      for (const [name, field] of Object.entries((properties ?? {}) as Readonly<Record<string, object>>))
        if (!('description' in field)) silent.push(`${path}.${name}`);
      for (const [name, inner] of Object.entries(schema)) walk(inner, `${path}.${name}`);
    };
    const schemas = [...filesOf({})].filter(([file]) => file.startsWith('public/schemas/'));
    for (const [file, text] of schemas) walk(JSON.parse(text.toString('utf8')), file);

    expect(schemas).toHaveLength(7);
    expect(silent).toEqual([]);
  });

  it('tell of each ad what the market in the program does, under an id with letters', () => {
    const { market, truth } = generateMarket(anOrder({ size: 'practice' }), { records: true });
    const files = filesOf({ size: 'practice' });
    const ads = linesOf<AdLine>(files, 'public', 'ads');
    const truths = linesOf<Pick<TruthLine, 'ad' | 'labels' | 'post'>>(files, 'secret', 'ground-truth');
    const records = linesOf<{ id: string; records: object }>(files, 'public', 'records');
    const sentencesOf = ({ text, sentenceEnds }: AdLine) =>
      sentenceEnds.map((end, n) => [...text].slice(n === 0 ? 0 : (sentenceEnds[n - 1] ?? 0) + 1, end).join(''));

    expect(ads.map(({ id }) => fromExportedId(id))).toEqual(market.ads.map(({ id }) => id));
    expect(ads.map(sentencesOf)).toEqual(market.ads.map(({ versions }) => versions.at(-1)?.sentences ?? []));
    expect(records.map((line) => [fromExportedId(line.id), line.records])).toEqual(
      market.ads.flatMap((ad) => (ad.withheld ? [] : [[ad.id, ad.records]])),
    );
    expect(truths.map(({ ad }) => fromExportedId(ad))).toEqual(truth.ads.map(({ ad }) => ad));
    expect(truths.flatMap(({ labels }) => labels.flatMap(({ peers }) => peers.map(fromExportedId)))).toEqual(
      truth.ads.flatMap(({ labels }) => labels.flatMap(({ peers }) => peers)),
    );
    expect(truths.map(({ post }) => post && { ...post, master: fromExportedId(post.master) })).toEqual(
      truth.ads.map(({ post }) => post && { ...post, ...(post.copyOf && { copyOf: toExportedId(post.copyOf) }) }),
    );
    expect(truths.some(({ labels }) => labels.some(({ peers }) => peers.length > 0))).toBe(true);
    for (const [name, content] of files) {
      // No text in quotation marks is a number to a table program: not an id, and not a hash of digits alone.
      if (name.endsWith('.ndjson')) expect(content.toString('utf8').match(/"\d+(?:\.\d*)?"/)).toBeNull();
    }
  });

  it('have a datasheet that says how many ads, cards and rows there are', () => {
    const files = filesOf({ size: 'practice' });
    const { counts, files: list, notice } = marketOf(files);
    const sheet = textOf(files, 'public/DATASHEET.md');

    expect(sheet).toContain(`${notice}.\nNot yet reviewed by survivors, support services or lawyers.\n`);
    expect(sheet).toContain(`- Invented ads: ${counts.ads}, from `);
    expect(sheet).toContain(`- Withheld cards among them: ${counts.withheld}. `);
    for (const { path, rows } of list) expect(sheet).toContain(`- \`${path}\`: ${rows} rows, `);
    expect(sheet).not.toContain('Columns of');
    for (const heading of ['Motivation', 'Composition', 'Collection', 'Uses', 'Distribution', 'Maintenance'])
      expect(sheet).toContain(`\n## ${heading}\n`);
    expect(sheet).toMatch(/\n## Known leaks and limits\n/);
    expect(sheet).not.toMatch(/undefined|\[object|\$\{/);
    expect(textOf(filesOf({ secret: 'a secret' }), 'public/DATASHEET.md')).toContain(
      'The seed of this market is only in',
    );
    expect(sheet).not.toContain('The seed of this market is only in');
  });

  it('says in the datasheet what each column of its tables holds', () => {
    const files = filesOf({ size: 'practice' }, { formats: ['csv'] });
    const sheet = textOf(files, 'public/DATASHEET.md');
    const tables = { ads: 'public', records: 'public', 'ground-truth': 'secret' } as const;
    for (const [kind, folder] of Object.entries(tables)) {
      const [part = ''] = sheet.split(`### Columns of \`${kind}\``)[1]?.split('\n#') ?? [];
      const told = [...part.matchAll(/^\| (\w+) \| [a-z ]+ \| \S.+ \|$/gm)].map(([, name]) => name);

      expect(told.slice(1)).toEqual(textOf(files, `${folder}/${kind}-000.csv`).split(/\r?\n/)[0]?.split(','));
    }
  });

  it.each([
    ['CALIBRATION', undefined, 'not announced'],
    ['NEEDLE', 2, '2 in 100'],
    ['FIELD', 11, '11 in 100'],
    ['PRACTICE', 20, '20 in 100'],
  ] as const)(
    'announce the share of controlled ads of %s as a number that is that of its ads',
    (prevalence, share, said) => {
      const files = filesOf({
        size: 600,
        prevalence,
        seed: 'a share of its own',
        ...(prevalence === 'FIELD' && { share: 11 }),
      });

      expect(marketOf(files).announced).toBe(share);
      expect(textOf(files, 'public/DATASHEET.md')).toContain(
        `Announced share of controlled ads: ${said} (${prevalence}).`,
      );
    },
  );

  it('contain the secret of an assessment market only in the truth', () => {
    const files = filesOf({ seed: 'hush hush', secret: 'behind the curtain' });

    expect(truthOf(files)).toMatchObject({ seed: 'hush hush', secret: 'behind the curtain' });
    expect(marketOf(files).open).toBe(false);
    for (const [name, content] of files)
      if (name.startsWith('public/')) expect(content.toString('utf8')).not.toMatch(/hush hush|behind the curtain/);
  });
});

describe('the files of a market of more than ten thousand ads', () => {
  const size = ADS_PER_FILE + 2345;
  const files = filesOf({ size, prevalence: 'FIELD', seed: 'shards' });
  const small = filesOf({});
  const market = marketOf(files);
  const truth = truthOf(files);
  const ads = linesOf<AdLine>(files, 'public', 'ads');

  it('have the shape of a small one, with ten thousand ads in a file', () => {
    const kindsOf = ({ files: list }: { files: readonly FileEntry[] }) => [...new Set(list.map(({ kind }) => kind))];
    const rows = (kind: string) => market.files.filter((file) => file.kind === kind).map((file) => file.rows);

    expect(Object.keys(market)).toEqual(Object.keys(marketOf(small)));
    expect(kindsOf(market)).toEqual(kindsOf(marketOf(small)));
    expect(kindsOf(truth)).toEqual(kindsOf(truthOf(small)));
    expect(rows('ads')).toEqual([ADS_PER_FILE, 2345]);
    expect(market.counts).toEqual({
      ads: size,
      withheld: ads.filter(({ withheld }) => withheld).length,
      records: ads.filter(({ withheld }) => !withheld).length,
    });
    expect(faultsOf(files)).toEqual([]);
  });

  it('are listed with their rows, bytes and hash, and nothing else is', () => {
    for (const [folder, header] of [
      ['public', market],
      ['secret', truth],
    ] as const) {
      const written = [...files].filter(([file]) => file.startsWith(`${folder}/`) && file.endsWith('.ndjson'));
      expect(header.files).toEqual(
        written
          .map(([file, content]) => ({
            path: file.slice(folder.length + 1),
            kind: header.files.find(({ path }) => `${folder}/${path}` === file)?.kind,
            rows: content.toString('utf8').split('\n').length - 1,
            bytes: content.length,
            sha256: createHash('sha256').update(content).digest('hex'),
          }))
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
      );
    }
  });

  it('contain the truth of every ad, in the same order, and each ad under its actor', () => {
    const truths = linesOf<{ ad: string; actor: string }>(files, 'secret', 'ground-truth');
    const actors = linesOf<{ id: string; ads: string[] }>(files, 'secret', 'actors');
    const actorOf = new Map(actors.flatMap(({ id, ads: own }) => own.map((ad) => [ad, id])));

    expect(new Set(ads.map(({ id }) => id)).size).toBe(size);
    expect(truths.map(({ ad }) => ad)).toEqual(ads.map(({ id }) => id));
    expect(truths.filter(({ ad, actor }) => actorOf.get(ad) !== actor)).toEqual([]);
    expect(new Set(actors.map(({ id }) => id)).size).toBe(actors.length);
    expect(truth.counts).toMatchObject({ ads: size, actors: actors.length });
  });

  it('contain records of every open ad, and links between existing ads', () => {
    const ids = new Set(ads.map(({ id }) => id));
    const open = ads.filter(({ withheld }) => !withheld).map(({ id }) => id);
    const links = linesOf<{ ads: string[] }>(files, 'secret', 'links');

    expect(linesOf<{ id: string }>(files, 'public', 'records').map(({ id }) => id)).toEqual(open);
    expect(links.length).toBeGreaterThan(100);
    expect(links.flatMap((link) => link.ads).filter((ad) => !ids.has(ad))).toEqual([]);
  });
});
