import { describe, expect, it } from 'vitest';
import { marketFiles, SHARDED_FROM } from '#app/market/market-files.ts';
import {
  AdLineSchema,
  AdTruthLineSchema,
  MarketDocumentSchema,
  TruthDocumentSchema,
} from '#core/market/documents/schemas.ts';
import type { MarketOrder } from '#core/market-generator/drawn-market.ts';
import { anOrder } from '../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';

/** The files of a market, each put together from its parts. */
function filesOf(order: Partial<MarketOrder>): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, text } of marketFiles(anOrder(order))) files.set(file, (files.get(file) ?? '') + text);
  return files;
}

/** The required folder of a file: files that disclose actors have a separate folder. */
const placeOf = (name: string) =>
  `${/^(?:ground-truth(?!\.schema)|links|actors)/.test(name) ? 'secret' : 'public'}/${name}`;
const parsed = (files: Map<string, string>, name: string): unknown => JSON.parse(files.get(placeOf(name)) ?? '');
const linesOf = (files: Map<string, string>, names: readonly string[]) =>
  names.flatMap((name) =>
    (files.get(placeOf(name)) ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string }),
  );

describe('the files of a small market', () => {
  it.each([...LIBRARY.profiles.values()])('of $id are one document each, as their schemas say', (profile) => {
    const files = filesOf({ profile, size: 'practice' });
    const market = MarketDocumentSchema.parse(parsed(files, 'market.json'));
    const truth = TruthDocumentSchema.parse(parsed(files, 'ground-truth.json'));

    expect([...files.keys()].toSorted()).toEqual([
      'public/ground-truth.schema.json',
      'public/market.json',
      'public/market.schema.json',
      'secret/ground-truth.json',
    ]);
    expect(market.ads).toHaveLength(150);
    expect(truth.ads?.map(({ ad }) => ad)).toEqual(market.ads?.map(({ id }) => id));
    expect(market.ads?.filter(({ text, withheld }) => text === '' && !withheld)).toEqual([]);
  });

  it('contain the secret of an assessment market only in the truth', () => {
    const files = filesOf({ seed: 'hush hush', secret: 'behind the curtain' });

    expect(TruthDocumentSchema.parse(parsed(files, 'ground-truth.json'))).toMatchObject({
      seed: 'hush hush',
      secret: 'behind the curtain',
    });
    expect(files.get('public/market.json')).not.toMatch(/hush hush|behind the curtain/);
    expect(MarketDocumentSchema.parse(parsed(files, 'market.json')).open).toBe(false);
  });

  it('fail their schemas where a field is missing', () => {
    const { marketId: _, ...rest } = parsed(filesOf({}), 'market.json') as Record<string, unknown>;

    expect(MarketDocumentSchema.safeParse(rest).success).toBe(false);
  });

  it('have JSON Schemas beside them that name what the documents require', () => {
    const files = filesOf({});
    for (const name of ['market', 'ground-truth']) {
      const schema = parsed(files, `${name}.schema.json`) as { required: string[]; properties: object };
      const document = parsed(files, `${name}.json`) as object;

      expect(schema.required).toContain('marketId');
      expect(schema.required.filter((key) => !(key in document))).toEqual([]);
      expect(Object.keys(document).filter((key) => !(key in schema.properties))).toEqual([]);
    }
  });
});

describe('the files of a market of more than ten thousand ads', { timeout: 30_000 }, () => {
  const size = SHARDED_FROM + 2345;
  const files = filesOf({ size, prevalence: 'FIELD', seed: 'shards' });
  const market = MarketDocumentSchema.parse(parsed(files, 'market.json'));
  const truth = TruthDocumentSchema.parse(parsed(files, 'ground-truth.json'));
  const ads = linesOf(files, market.shards ?? []);
  const truths = linesOf(files, truth.shards ?? []).map((line) => AdTruthLineSchema.parse(line));
  const actors = linesOf(files, truth.actorShards ?? []) as { id: string; ads?: string[] }[];

  it('contain every ad once, one per line, as the schema says', () => {
    expect(market.count).toBe(size);
    expect(ads.map((line) => AdLineSchema.parse(line).id)).toHaveLength(size);
    expect(new Set(ads.map(({ id }) => id)).size).toBe(size);
    expect(market.ads).toBeUndefined();
  });

  it('contain the truth of every ad, in the same order, and each ad under its actor', () => {
    const actorOf = new Map(actors.flatMap(({ id, ads: own = [] }) => own.map((ad) => [ad, id])));

    expect(truths.map(({ ad }) => ad)).toEqual(ads.map(({ id }) => id));
    expect(truths.filter(({ ad, actor }) => actorOf.get(ad) !== actor)).toEqual([]);
    expect(new Set(actors.map(({ id }) => id)).size).toBe(actors.length);
  });

  it('contain records of every open ad, and links between existing ads', () => {
    const ids = new Set(ads.map(({ id }) => id));
    const withheld = ads.filter((line) => AdLineSchema.parse(line).withheld);
    const links = linesOf(files, truth.links ?? []) as unknown as { ads: string[]; actors: string[] }[];

    expect(linesOf(files, market.records ?? [])).toHaveLength(size - withheld.length);
    expect(links.length).toBeGreaterThan(100);
    expect(links.flatMap((link) => link.ads).filter((ad) => !ids.has(ad))).toEqual([]);
  });

  it('list exactly the files that were written', () => {
    const named = [market.shards, market.records, truth.shards, truth.links, truth.actorShards].flatMap(
      (names) => names ?? [],
    );
    const written = [...files.keys()].filter((file) => file.endsWith('.ndjson'));

    expect(named.map(placeOf).toSorted()).toEqual(written.toSorted());
  });
});
