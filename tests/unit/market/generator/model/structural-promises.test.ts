import { describe, expect, it } from 'vitest';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import { announcedShare } from '#market/generator/model/announced-share.ts';
import { MarketTooSmallError, smallestMarket } from '#market/generator/model/plan-actors.ts';
import { aMarket, anOrder, seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { inFull } from '../../../../support/in-full.ts';

const SERVICES = [...LIBRARY.profiles.values()].filter(({ family }) => family === 'services');

const MARKETS = inFull(20, 10);

/** Links that only money shows. */
const MONEY = ['shared-payment-handle', 'shared-account-or-payer', 'bulk-ad-fees', 'collector-account'];

/** Edges between two ads of which `holds` says that both belong. */
const edgesOf = (truth: GroundTruth, holds: (a: string, b: string) => boolean) =>
  truth.edges.filter(({ a, b }) => holds(a, b));

/** How many of these ads are connected by links or an account, in the largest part. */
function connectedAds(
  ads: readonly string[],
  edges: GroundTruth['edges'],
  accountOf: ReadonlyMap<string, string>,
): number {
  const parts = new Map(ads.map((ad) => [ad, new Set([ad])]));
  const sameAccount = ads.flatMap((a) => ads.flatMap((b) => (accountOf.get(a) === accountOf.get(b) ? [{ a, b }] : [])));
  for (const { a, b } of [...edges, ...sameAccount]) {
    const [one, other] = [parts.get(a), parts.get(b)];
    if (!one || !other || one === other) continue;
    for (const ad of other) parts.set(ad, one.add(ad));
  }
  return Math.max(...[...parts.values()].map(({ size }) => size));
}

function expectAllKept(truth: GroundTruth): void {
  const { networksByTwoKinds, moneyOnly, lawfulPair } = truth.promises;
  expect(networksByTwoKinds).toBe(true);
  for (const { ads } of truth.actors.filter(({ control }) => control === 'controlled')) {
    const inside = edgesOf(truth, (a, b) => ads.includes(a) && ads.includes(b));

    expect(new Set(inside.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(2);
  }

  const hidden = truth.actors.find(({ id }) => id === moneyOnly);
  const links = edgesOf(truth, (a, b) => hidden?.ads.includes(a) === true && hidden.ads.includes(b));
  expect(hidden?.control).toBe('controlled');
  expect(links.map(({ kind }) => kind).filter((kind) => !MONEY.includes(kind))).toEqual([]);

  const [one, other] = (lawfulPair ?? []).map((id) => truth.actors.find((actor) => actor.id === id));
  const between = edgesOf(
    truth,
    (a, b) =>
      (one?.ads.includes(a) && other?.ads.includes(b)) || (one?.ads.includes(b) && other?.ads.includes(a)) || false,
  );
  expect(['none', 'thirdParty']).toContain(one?.control);
  expect(['none', 'thirdParty']).toContain(other?.control);
  expect(new Set(between.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(2);
}

describe('the structural promises of a market', () => {
  it.each(SERVICES)('are kept in every field market of $id, recounted from the documents', (profile) => {
    let [ads, connected] = [0, 0];
    for (const seed of seeds('promise', MARKETS)) {
      const { market, truth } = aMarket({ profile, size: 'field', prevalence: 'FIELD', seed });
      expectAllKept(truth);
      const accountOf = new Map(market.ads.map(({ id, account }) => [id, account]));
      for (const network of truth.actors.filter(({ tone }) => tone)) {
        ads += network.ads.length;
        connected += connectedAds(network.ads, truth.edges, accountOf);
      }
    }

    // Who goes along links and accounts meets nearly all ads of a network; in few markets the share varies more.
    expect(connected / ads).toBeGreaterThan(inFull(0.92, 0.9));
  });

  it('are kept in capstone markets', () => {
    for (const seed of seeds('promise', inFull(6, 2)))
      expectAllKept(aMarket({ size: 'capstone', prevalence: 'FIELD', seed }).truth);
  });

  it('are not made where no ad is controlled', () => {
    const { truth } = aMarket({ size: 'field', prevalence: 'CALIBRATION' });

    expect(truth.promises.moneyOnly).toBeNull();
    expect(truth.actors.filter(({ control }) => control === 'controlled')).toEqual([]);
  });

  it('are listed one by one for a small market, as in its documents', () => {
    for (const seed of seeds('small', 20)) {
      const { truth } = aMarket({ seed });
      const networks = truth.actors.filter(({ tone }) => tone);
      const kinds = networks.map(
        ({ ads }) => new Set(edgesOf(truth, (a, b) => ads.includes(a) && ads.includes(b)).map(({ kind }) => kind)).size,
      );

      expect(truth.promises.networksByTwoKinds).toBe(kinds.every((count) => count >= 2));
      expect(truth.promises.moneyOnly).toBeNull();
    }
  });
});

describe('a market that has no room for a network', () => {
  it.each(['NEEDLE', 'PRACTICE'] as const)(
    'is refused at %s with the smallest size, and that size works',
    (prevalence) => {
      const order = anOrder({ prevalence });
      const smallest = smallestMarket(announcedShare(order));
      const made = (size: number) =>
        aMarket({ prevalence, size }).truth.ads.filter(({ control }) => control === 'controlled');

      expect(() => made(smallest - 1)).toThrow(MarketTooSmallError);
      expect(() => made(smallest - 1)).toThrow(`at least ${smallest} ads`);
      expect(made(smallest).length).toBeGreaterThanOrEqual(2);
    },
  );

  it('is valid where no ad is controlled: one ad is a market', () => {
    expect(aMarket({ size: 1, prevalence: 'CALIBRATION' }).market.ads).toHaveLength(1);
  });
});
