import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adId, adIdOf } from '#market/generator/model/ad-ids.ts';
import { districtsOf, drawMarket } from '#market/generator/model/draw-market.ts';
import { type DrawnMarket, districtAt, MAX_ADS } from '#market/generator/model/drawn-market.ts';
import { actorsOf, marketHeader } from '#market/generator/model/generate-market.ts';
import { linkGroups } from '#market/generator/model/link-edges.ts';
import { adWithRecords } from '#market/generator/model/records-at.ts';
import { sharersIn, truthAt } from '#market/generator/model/truth-at.ts';
import { wordsOfPosts } from '#market/posts/model/words-of-posts.ts';
import { lintMarket } from '#safety/content/model/lint-market.ts';
import { anOrder } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { GENRES } from '../../../../support/market/posts/genres.ts';

const PROFILES = [...LIBRARY.profiles.values()];

const placesIn = ({ count }: DrawnMarket) => Array.from({ length: count }, (_, at) => at);

/** Everything that is written about the ads that are drawn here, by id, and about actors and links, by district. */
function writtenOf(drawn: DrawnMarket) {
  const places = placesIn(drawn);
  const sharers = sharersIn(drawn, places);
  return {
    ads: places.map((at): [string, string] => [
      adId(drawn, at),
      JSON.stringify([adWithRecords(drawn, at), truthAt(drawn, at, sharers)]),
    ]),
    districts: drawn.districts.map((district) => {
      const own = drawn.placesOf(district);
      const ids = Array.from(own, (at) => adId(drawn, at));
      return JSON.stringify([linkGroups(drawn, sharers, own), actorsOf(drawn, [...own], ids)]);
    }),
  };
}

describe('a range of districts', () => {
  it('has the ads, the truth and the links that the whole market has there, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.record({
          profile: fc.constantFrom(...PROFILES),
          seed: fc.string(),
          size: fc.integer({ min: 90, max: 260 }),
          districtAds: fc.integer({ min: 20, max: 60 }),
          cuts: fc.array(fc.nat(), { maxLength: 4 }),
        }),
        ({ profile, seed, size, districtAds, cuts }) => {
          const order = anOrder({ profile, seed, size });
          const parts = districtsOf(size, districtAds);
          const begins = [...new Set([0, ...cuts.map((cut) => cut % parts)])].sort((a, b) => a - b);
          const whole = writtenOf(drawMarket(order, { districtAds }));

          const shares = begins.map((first, n) =>
            writtenOf(drawMarket(order, { districtAds, districts: { first, last: (begins[n + 1] ?? parts) - 1 } })),
          );

          for (const { ads } of shares) expect(ads.map(([id]) => id)).toEqual(ads.map(([id]) => id).toSorted());
          expect(shares.flatMap(({ ads }) => ads).toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual(whole.ads);
          expect(shares.flatMap(({ districts }) => districts)).toEqual(whole.districts);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('of a market of the usual districts is that of the market which is handed out', () => {
    const order = anOrder({ size: 4500, prevalence: 'FIELD', seed: 'usual' });
    const whole = drawMarket(order);
    const part = drawMarket(order, { districts: { first: 1, last: 1 } });
    const there = whole.placesOf(whole.districts[1] as DrawnMarket['districts'][number]);

    expect([districtsOf(4500), part.count, part.size]).toEqual([3, 1500, 4500]);
    expect(placesIn(part).map((at) => part.indexAt(at))).toEqual([...there]);
    expect(placesIn(part).every((at) => districtAt(part, at) === part.districts[0])).toBe(true);
    for (const at of [0, 7, 1499]) expect(part.ad(at)).toEqual(whole.ad(there[at] as number));
  });

  it.each([
    ['from behind the last one', { first: 3, last: 3 }],
    ['that ends behind the last one', { first: 0, last: 3 }],
    ['that ends before it begins', { first: 2, last: 1 }],
    ['of less than none', { first: -1, last: 1 }],
  ])('%s is refused', (_, districts) => {
    expect(() => drawMarket(anOrder({ size: 4500 }), { districts })).toThrow(RangeError);
  });

  it('of a preset is refused: its board of jobs is no district like the others', () => {
    expect(() => drawMarket(anOrder({ size: 'capstone' }), { districts: { first: 0, last: 0 } })).toThrow(RangeError);
  });
});

describe('a market of the largest size', () => {
  const LAST = districtsOf(MAX_ADS) - 1;
  const order = anOrder({ size: MAX_ADS, prevalence: 'FIELD', seed: 'largest' });
  const shares = [0, 50_000, LAST].map((n) => drawMarket(order, { districts: { first: n, last: n } }));

  it('has ids of one width that stand in the order of their ads', () => {
    const ids = shares.map((share) => placesIn(share).map((at) => adId(share, at)));

    expect(shares.map(({ count }) => count)).toEqual([2000, 2000, 2000]);
    // Columns for these ads alone, whatever the size of the market.
    for (const { columns } of shares) expect(columns.actor).toHaveLength(2000);
    expect(new Set(ids.flat()).size).toBe(6000);
    for (const one of ids) {
      expect(one).toEqual(one.toSorted());
      expect(new Set(one.map(({ length }) => length))).toEqual(new Set([9]));
    }
    expect([adIdOf(MAX_ADS, 0), adIdOf(MAX_ADS, MAX_ADS - 1)]).toEqual(['000000301', '200000300']);
    expect(() => drawMarket(anOrder({ size: MAX_ADS + 1 }))).toThrow(RangeError);
  });

  it('gives each number to one persona or one group, old numbers of a telephone too', () => {
    const owners = new Map<string, string>();
    const numbers = new Map<string, string>();
    /** Notes whose number it is, and expects that it is nobody else's and their only one. */
    const note = (number: string, owner: string) => {
      expect([number, owners.get(number) ?? owner]).toEqual([number, owner]);
      expect([owner, numbers.get(owner) ?? number]).toEqual([owner, number]);
      owners.set(number, owner);
      numbers.set(owner, number);
    };
    for (const share of shares)
      for (const at of placesIn(share)) {
        const { records } = adWithRecords(share, at);
        if (!records) continue;
        const persona = share.columns.persona[at] as number;
        const ownerOf = (kind: keyof typeof share.columns.groups) => {
          const group = share.columns.groups[kind][at] as number;
          return group > 0 ? `group ${group}` : `${kind} of ${persona}`;
        };
        const old = records.phones.slice(0, -1);
        note(records.phones.at(-1) ?? '', ownerOf('phone'));
        for (const [n, phone] of old.entries()) note(phone, `old ${n} of ${persona}`);
        note(records.payer, ownerOf('payer'));
        note(records.fees, ownerOf('fees'));
        note(records.account.device, ownerOf('device'));
        note(records.wallet, `wallet of ${persona}`);
      }

    expect([...numbers.keys()].filter((owner) => owner.startsWith('group')).length).toBeGreaterThan(200);
    expect([...numbers.keys()].filter((owner) => owner.startsWith('old 2')).length).toBeGreaterThan(5);
  });

  it('passes every rule of the linter, with telephone numbers of States that do not exist (C07)', () => {
    const share = shares[1] as DrawnMarket;
    const ads = placesIn(share)
      .slice(0, 150)
      .map((at) => adWithRecords(share, at))
      .map((ad) => ({ ...ad, id: `ad-${ad.id}` }));
    const words = wordsOfPosts(LIBRARY.lexicon, GENRES, order.profile);

    expect(lintMarket({ ...marketHeader(share), ads }, words)).toEqual([]);
    const phones = ads.flatMap(({ records }) => records?.phones ?? []).map((phone) => phone.replaceAll(/[ -]/g, ''));
    expect(phones.length).toBeGreaterThan(140);
    expect(phones.filter((phone) => !/^\+999\d{9}$/.test(phone))).toEqual([]);
  });
});
