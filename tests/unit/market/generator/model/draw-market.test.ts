import { describe, expect, it } from 'vitest';
import { CONTROL_OF, isSought } from '#market/ads/model/actor-types.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { type DrawnMarket, typeAt } from '#market/generator/model/drawn-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { readMarketIdeally } from '#market/generator/model/ideal-reader.ts';
import { FLAG } from '#market/generator/model/market-columns.ts';
import { recordsAt } from '#market/generator/model/records-at.ts';
import { areaUnderCurve } from '../../../../support/area-under-curve.ts';
import { anOrder, seeds } from '../../../../support/builders/a-market.ts';
import { drawField, postsOf } from '../../../../support/market/drawn.ts';

const MARKETS = seeds('drawn', 40).map((seed) => drawField(seed));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the order in which a market was drawn', () => {
  /** How well a number of each ad ranks the controlled ones before the others, over all markets. */
  function areaOf(of: (market: DrawnMarket, at: number) => number): number {
    const [mine, rest]: [number[], number[]] = [[], []];
    for (const market of MARKETS)
      for (const posts of postsOf(market)) {
        const at = posts[0] as number;
        const isMine = isSought(CONTROL_OF[typeAt(market.columns, at)]);
        (isMine ? mine : rest).push(of(market, at));
      }
    return areaUnderCurve(mine, rest);
  }

  it.each([
    ['rows', (market: DrawnMarket, at: number) => market.places.indexOf(market.indexAt(at))],
    ['actors', (market: DrawnMarket, at: number) => market.columns.actor[at] as number],
    ['personas', (market: DrawnMarket, at: number) => market.columns.persona[at] as number],
    ['authors', (market: DrawnMarket, at: number) => market.columns.author[at] as number],
    ['masters', (market: DrawnMarket, at: number) => market.columns.master[at] as number],
    ['times', (market: DrawnMarket, at: number) => market.columns.posted[at] as number],
  ] as const)('tells nothing: %s', (_, of) => {
    // About 180 networks and 1,300 controlled personas; networks stand together in rows and actors.
    expect(Math.abs(areaOf(of) - 0.5)).toBeLessThan(0.06);
  });

  it('does not number the personas of one actor one after another', () => {
    let [found, byChance] = [0, 0];
    for (const market of MARKETS) {
      const actorOf = new Map(
        postsOf(market).map(([at]) => [
          market.columns.persona[at as number] as number,
          market.columns.actor[at as number] as number,
        ]),
      );
      for (const [persona, actor] of actorOf) if (actorOf.get(persona + 1) === actor) found += 1;
      for (const { length } of Map.groupBy(actorOf.values(), (actor) => actor).values())
        byChance += (length * (length - 1)) / actorOf.size;
    }

    expect(byChance).toBeGreaterThan(50);
    expect(Math.abs(found - byChance)).toBeLessThan(5 * Math.sqrt(byChance));
  });

  it('gives groups of networks no other numbers than groups of others', () => {
    const [mine, rest]: [number[], number[]] = [[], []];
    for (const { columns, count } of MARKETS)
      for (const numbers of Object.values(columns.groups)) {
        const groups = new Map<number, boolean>();
        for (let at = 0; at < count; at++) {
          const group = numbers[at] as number;
          if (group > 0) groups.set(group, (groups.get(group) ?? true) && columns.tone[at] !== 0);
        }
        for (const [group, isMine] of groups) (isMine ? mine : rest).push(group);
      }

    expect(mine.length).toBeGreaterThan(1000);
    expect(Math.abs(areaUnderCurve(mine, rest) - 0.5)).toBeLessThan(0.04);
  });
});

describe('a drawn market', () => {
  it('says which version of the generator made it, in both halves', () => {
    const { market, truth } = generateMarket(anOrder({ size: 'practice' }));

    expect([market.generatorVersion, truth.generatorVersion]).toEqual([GENERATOR_VERSION, GENERATOR_VERSION]);
  });

  it('has the announced share of controlled ads, and two personas or more in each network', () => {
    for (const market of MARKETS) {
      const [district] = market.districts;
      const networks = district?.actors.flatMap(({ tone, ads }) => (tone ? [ads] : [])) ?? [];
      const personas = Map.groupBy(postsOf(market), ([at]) => market.columns.actor[at as number]);

      expect(networks.reduce((sum, ads) => sum + ads, 0)).toBe(Math.round((district?.planned ?? 0) * 0.2));
      for (const own of personas.values())
        if (market.columns.tone[own[0]?.[0] as number] !== 0) expect(own.length).toBeGreaterThan(1);
    }
  });

  it('keeps the structural promises', () => {
    for (const seed of seeds('promises', 6)) {
      const { truth } = generateMarket(anOrder({ size: 'field', prevalence: 'PRACTICE', seed }));

      expect(truth.promises).toMatchObject({ networksByTwoKinds: true });
      expect([typeof truth.promises.moneyOnly, truth.promises.lawfulPair?.length]).toEqual(['string', 2]);
    }
  });

  // Within two tenths: the personas of one network are found together or missed together.
  it('is read by an ideal reader who knows how it is planned: as many are controlled as it expects', () => {
    const found = MARKETS.flatMap((market) => {
      const posteriors = readMarketIdeally(market, 'records');
      return postsOf(market).map(([at]) => ({
        expected: posteriors[at as number] as number,
        sought: isSought(CONTROL_OF[typeAt(market.columns, at as number)]),
      }));
    });
    for (const [least, most] of [
      [0, 0.1],
      [0.1, 0.5],
      [0.5, 0.9],
      [0.9, 1],
    ] as const) {
      const inside = found.filter(({ expected }) => expected >= least && expected <= most);
      const share = mean(inside.map(({ sought }) => Number(sought)));

      expect(inside.length).toBeGreaterThan(50);
      expect([least, share, Math.abs(share - mean(inside.map(({ expected }) => expected))) < 0.2]).toEqual([
        least,
        share,
        true,
      ]);
    }
  });

  it.each(['REG', 'PRO', 'TPC', 'JOB', 'SOC'] as const)('is drawn for %s, with every post written', (profile) => {
    for (const market of seeds('all profiles', 6).map((seed) => drawField(seed, profile)))
      for (const at of postsOf(market).flat())
        expect(market.ad(at).versions.at(-1)?.sentences.length).toBeGreaterThan(0);
  });

  it('can be drawn district by district: the same ads, texts and records as in the whole market', () => {
    const order = anOrder({ size: 900, prevalence: 'FIELD', seed: 'districts' });
    const whole = drawMarket(order, { districtAds: 300 });
    const part = drawMarket(order, { districtAds: 300, districts: { first: 1, last: 1 } });

    expect(part.count).toBe(300);
    for (let at = 0; at < part.count; at++) {
      const there = part.indexAt(at);
      expect(part.ad(at)).toEqual(whole.ad(there));
      if (!part.columns.withheld[at]) expect(recordsAt(part, at)).toEqual(recordsAt(whole, there));
      expect([part.columns.master[at], part.columns.nth[at], part.columns.whole[at]]).toEqual([
        whole.columns.master[there],
        whole.columns.nth[there],
        whole.columns.whole[there],
      ]);
    }
  });

  it('has copies on a mirror with the master, the number and the words of their source', () => {
    const { columns, count } = MARKETS[0] as DrawnMarket;
    const all = Array.from({ length: count }, (_, at) => at);
    const isCopy = (at: number) => ((columns.flags[at] as number) & FLAG.mirrored) !== 0;
    const keyOf = (at: number) =>
      [columns.persona, columns.master, columns.nth, columns.whole, columns.variant].map((one) => one[at]).join();
    const posts = new Set(all.filter((at) => !isCopy(at)).map(keyOf));
    const copies = all.filter(isCopy);

    expect(copies.length).toBeGreaterThan(20);
    for (const at of copies) expect(posts).toContain(keyOf(at));
  });
});
