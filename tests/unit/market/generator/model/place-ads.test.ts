import { describe, expect, it } from 'vitest';
import type { ActorType } from '#market/ads/model/actor-types.ts';
import { type DrawnMarket, typeAt } from '#market/generator/model/drawn-market.ts';
import { recordsAt } from '#market/generator/model/records-at.ts';
import { seeds } from '../../../../support/builders/a-market.ts';
import { drawField, postsOf } from '../../../../support/market/drawn.ts';

const MARKETS = seeds('placed', 40).map((seed) => drawField(seed));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Persona {
  readonly market: DrawnMarket;
  readonly type: ActorType;
  readonly posts: readonly number[];
}

const PERSONAS = MARKETS.flatMap((market) =>
  postsOf(market).map((posts): Persona => ({ market, posts, type: typeAt(market.columns, posts[0] as number) })),
);

/**
 * Expects that a mean is the same for all types of actors, within four and a half standard errors; types with fewer than
 * 150 personas are left out.
 */
function expectAlike(valuesOf: (persona: Persona) => readonly number[]): void {
  const all = PERSONAS.flatMap(valuesOf);
  const expected = mean(all);
  const deviation = Math.sqrt(mean(all.map((value) => (value - expected) ** 2)));
  const byType = [...Map.groupBy(PERSONAS, ({ type }) => type)].filter(([, personas]) => personas.length >= 150);

  expect(byType.length).toBeGreaterThan(4);
  for (const [type, personas] of byType) {
    const values = personas.flatMap(valuesOf);
    // Posts of one persona are alike, so that it is personas that count.
    const error = deviation / Math.sqrt(Math.min(values.length, personas.length));
    expect([type, mean(values), Math.abs(mean(values) - expected) < 4.5 * error]).toEqual([type, mean(values), true]);
  }
}

describe('how many ads a persona posts', () => {
  it('has a long tail: most one to three, some four to eight, and vendors of ten to twenty', () => {
    const sizes = PERSONAS.map(({ posts }) => posts.length);
    const share = (least: number, most: number) =>
      sizes.filter((size) => size >= least && size <= most).length / sizes.length;

    expect(mean(sizes)).toBeGreaterThan(1.5);
    expect(mean(sizes)).toBeLessThan(2.2);
    expect(share(1, 3)).toBeGreaterThan(0.85);
    expect(share(4, 8)).toBeGreaterThan(0.03);
    expect(share(10, 20)).toBeGreaterThan(0.005);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
  });

  it.each([1, 2, 4, 10])('tells nothing of who is behind it: %d or fewer are as frequent for every type', (most) => {
    expectAlike(({ posts }) => [Number(posts.length <= most)]);
  });

  it('has vendors among the controlled, and among persons who work alone', () => {
    const vendors = new Set(PERSONAS.filter(({ posts }) => posts.length >= 10).map(({ type }) => type));

    expect([...vendors]).toEqual(expect.arrayContaining(['controlled', 'independent']));
  });
});

describe('the posts of a persona', () => {
  it('are numbered in the order of time, on one site, with one master and one author', () => {
    for (const { market, posts } of PERSONAS) {
      const of = (column: 'nth' | 'master' | 'author' | 'site' | 'told') =>
        posts.map((at) => market.columns[column][at] as number);

      expect(of('nth')).toEqual(posts.map((_, n) => n));
      for (const column of ['master', 'author', 'site', 'told'] as const) expect(new Set(of(column)).size).toBe(1);
    }
  });

  it('have the number of the first post as master, unless they are of a template, which has that of its first ad', () => {
    for (const market of MARKETS.slice(0, 10)) {
      const { columns } = market;
      const leaders = new Map<number, number>();
      const posts = postsOf(market)
        .flat()
        .sort((a, b) => (columns.posted[a] as number) - (columns.posted[b] as number));
      for (const at of posts) {
        const template = columns.groups.template[at] as number;
        const name = template === 0 ? -1 - (columns.persona[at] as number) : template;
        if (!leaders.has(name)) leaders.set(name, at);
        const leader = leaders.get(name) as number;

        expect(columns.master[at]).toBe(market.indexAt(leader));
        expect(columns.told[at]).toBe(columns.persona[leader]);
      }
    }
  });

  it('have one price before edits, and the same sign of it', () => {
    for (const { market, posts } of PERSONAS) {
      const { percent, shown } = market.columns;
      expect(new Set(posts.map((at) => percent[at])).size).toBe(1);
      expect(new Set(posts.map((at) => (shown[at] as number) & 1)).size).toBe(1);
    }
  });

  it('have one history of money, notes and phones in their records, and a time of posting each', () => {
    for (const market of MARKETS.slice(0, 5))
      for (const posts of postsOf(market).filter(({ length }) => length > 1)) {
        const records = posts.map((at) => recordsAt(market, at));
        const [first] = records;

        for (const { account, ledger, phones, notes, payoutName, wallet } of records)
          expect({ account, ledger, phones, notes, payoutName, wallet }).toEqual({
            account: first?.account,
            ledger: first?.ledger,
            phones: first?.phones,
            notes: first?.notes,
            payoutName: first?.payoutName,
            wallet: first?.wallet,
          });
        for (const [n, at] of posts.entries()) {
          const { postedAt } = market.ad(at);
          expect(records[n]?.renewals.at.every((moment) => moment > postedAt)).toBe(true);
        }
      }
  });
});

describe('renewals', () => {
  it('make a phone stand in fourteen to eighteen appearances on average, in six to eight in the middle', () => {
    const seen = MARKETS.flatMap((market) => {
      const counts = new Map<string, number>();
      for (const at of postsOf(market).flat()) {
        const phone = market.ad(at).versions.at(-1)?.fields.phone?.replaceAll(/\D/g, '') ?? '';
        if (phone !== '') counts.set(phone, (counts.get(phone) ?? 0) + 1 + (market.columns.renewals[at] as number));
      }
      return [...counts.values()];
    }).sort((a, b) => a - b);

    expect(mean(seen)).toBeGreaterThan(14);
    expect(mean(seen)).toBeLessThan(18);
    expect(seen[seen.length >> 1]).toBeGreaterThanOrEqual(6);
    expect(seen[seen.length >> 1]).toBeLessThanOrEqual(8);
    expect(seen[Math.floor(seen.length * 0.99)]).toBeGreaterThan(80);
  });

  it('tell nothing of who is behind an ad', () => {
    expectAlike(({ market, posts }) => posts.map((at) => Math.log(market.columns.renewals[at] as number)));
  });

  it('are a habit of the author: two clients of one writer are alike, two strangers are not', () => {
    const pairs = MARKETS.flatMap((market) => {
      const { columns } = market;
      const early = postsOf(market).filter(([at]) => (columns.posted[at as number] as number) < 14 * 86_400);
      const byAuthor = Map.groupBy(early, ([at]) => columns.author[at as number]);
      return [...byAuthor.values()].flatMap(([one, other]) =>
        one && other ? [[market, one[0], other[0]] as const] : [],
      );
    });
    const apart = (renewals: readonly (readonly [number, number])[]) =>
      mean(renewals.map(([one, other]) => Math.abs(Math.log(one) - Math.log(other))));
    const of = pairs.map(([{ columns }, one, other]): [number, number] => [
      columns.renewals[one as number] as number,
      columns.renewals[other as number] as number,
    ]);
    const strangers = of.map(([one], n): [number, number] => [one, of[(n + 1) % of.length]?.[1] ?? Number.NaN]);

    expect(of.length).toBeGreaterThan(100);
    expect(apart(of)).toBeLessThan(apart(strangers) * 0.6);
  });
});
