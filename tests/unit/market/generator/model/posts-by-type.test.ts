import { describe, expect, it } from 'vitest';
import { keyedStream } from '#kernel/model/keyed-stream.ts';
import { shuffle } from '#kernel/model/rng.ts';
import { assignMasters } from '#market/generator/model/assign-masters.ts';
import { type DrawnMarket, familyAt } from '#market/generator/model/drawn-market.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { seeds } from '../../../../support/builders/a-market.ts';
import { drawField } from '../../../../support/market/drawn.ts';

const SETTINGS: readonly MarketProfileId[] = ['BUY', 'REG', 'PRO', 'TPC', 'JOB', 'SOC'];

/** Gives the ads of a market other advertisers, and leaves alone what they show: types, tones and actors change places. */
function exchangeAdvertisers({ columns, count }: DrawnMarket): void {
  const order = Array.from({ length: count }, (_, at) => at);
  shuffle(order, keyedStream('exchange', 'advertisers'));
  for (const column of [columns.type, columns.tone, columns.actor]) {
    const before = column.slice();
    order.forEach((from, at) => {
      column[at] = before[from] as number;
    });
  }
}

const placesOf = (market: DrawnMarket) =>
  market.districts
    .flatMap((district) => [...market.placesOf(district)])
    .filter((at) => market.columns.withheld[at] === 0);

/**
 * Texts, edits, first versions, comments, fields and habits of typing follow from what an ad shows and says. If any of them
 * read who is behind it, the same ads would be written otherwise after advertisers have changed places.
 */
describe.each(SETTINGS)('the ads of %s', (setting) => {
  it('are the same to the letter whoever is behind them, given what they show', () => {
    for (const seed of seeds('exchange', 2)) {
      const [market, other] = [drawField(seed, setting), drawField(seed, setting)];
      exchangeAdvertisers(other);
      const types = placesOf(market).filter((at) => market.columns.type[at] !== other.columns.type[at]);

      expect(types.length).toBeGreaterThan(100);
      for (const at of placesOf(market)) {
        expect(other.ad(at)).toEqual(market.ad(at));
        expect(other.story(at)).toEqual(market.story(at));
      }
    }
  });

  it('get the same genre, whole ad and variant', () => {
    const market = drawField('exchange', setting);
    const places = placesOf(market);
    const [district] = places;
    const family = familyAt(market.columns, district as number);
    const assigned = () => {
      assignMasters(market, family, places);
      return [market.columns.genre, market.columns.whole, market.columns.variant].map((column) => [...column]);
    };
    const before = assigned();
    exchangeAdvertisers(market);

    expect(assigned()).toEqual(before);
  });
});

describe('what an offer of work pays', () => {
  const markets = seeds('pay', 10).map((seed) => drawField(seed, 'JOB'));
  const of = (sought: boolean) =>
    markets.flatMap((market) =>
      placesOf(market)
        .filter((at) => (market.columns.tone[at] !== 0) === sought)
        .map((at) => (market.columns.percent[at] as number) / 100),
    );

  it('overlaps: deceptive offers of ordinary pay, and lawful ones of high pay', () => {
    const [deceptive, lawful] = [of(true), of(false)];
    expect(deceptive.filter((pay) => pay < 1.4).length / deceptive.length).toBeGreaterThan(0.35);
    expect(lawful.filter((pay) => pay >= 1.8).length / lawful.length).toBeGreaterThan(0.04);
    // Nobody pays what nobody would believe.
    expect(Math.max(...deceptive, ...lawful)).toBeLessThanOrEqual(2.8);
  });
});

describe('near copies', () => {
  const markets = seeds('near copies', 4).map((seed) => drawField(seed));
  const kinds = (withinOne: boolean) => markets.flatMap((market) => kindsIn(market, withinOne));

  function kindsIn(market: DrawnMarket, withinOne: boolean): boolean[] {
    const ofMaster = [...Map.groupBy(placesOf(market), (at) => market.columns.master[at]).values()].filter(
      ({ length }) => length > 1,
    );
    const textOf = (at: number) => market.ad(at).versions.at(-1)?.sentences.join('\n').replaceAll(/\d+/g, '0') ?? '';
    const accountOf = (at: number) => market.ad(at).account;
    return ofMaster
      .flatMap((places) => places.slice(1).map((at) => [places[0] as number, at] as const))
      .filter(([a, b]) => (accountOf(a) === accountOf(b)) === withinOne)
      .map(([a, b]) => textOf(a) === textOf(b));
  }

  it.each([
    ['within an account', true],
    ['between accounts', false],
  ])('exist %s, some equal but for figures and some with an edit', (_, withinOne) => {
    const equal = kinds(withinOne);
    expect(equal.filter(Boolean).length).toBeGreaterThan(5);
    expect(equal.filter((is) => !is).length).toBeGreaterThan(5);
  });
});
